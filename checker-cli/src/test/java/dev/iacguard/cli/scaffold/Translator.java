package dev.iacguard.cli.scaffold;

/** Programs in Python that give templates to the translator of SAM. */
public final class Translator {
  private Translator() {}

  /**
   * For each template that is named on its command line.
   *
   * @param parameters of the templates, as a dictionary
   * @param body lines that look at {@code path} and {@code made}, the translated template
   */
  public static String program(String parameters, String body) {
    return """
        import json, os, sys
        os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
        from cfnlint.decode import cfn_yaml
        from samtranslator.translator.transform import transform
        class Policies:
            def load(self):
                return {}
        for path in sys.argv[1:]:
            template = json.loads(json.dumps(cfn_yaml.load(path)))
            made = transform(template, %s, Policies())
        """
            .formatted(parameters)
        + body.indent(4);
  }
}
