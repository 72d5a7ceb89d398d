package dev.iacguard.cli.fuzz;

import dev.iacguard.core.cloudformation.sam.SamConfig;
import dev.iacguard.core.cloudformation.template.Parsed;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.ParsedExpression;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.ConfigFile;
import dev.iacguard.core.terraform.config.JsonSyntax;
import dev.iacguard.core.terraform.config.VariableFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The readers of languages. Each returns what it made of the input, to be compared. */
final class Languages {
  private Languages() {}

  static Object hcl(byte[] input) {
    SourceFile file = text("main.tf", input);
    if (file == null) {
      return "";
    }
    HclFile read = HclReader.read(file);
    Places.ofSyntax(file, read.errors());
    if (read.errors().isEmpty()) {
      for (BodyItem item : read.body().items()) {
        if (item instanceof BodyItem.Block block) {
          same(block.body(), HclReader.readBody(file, block.body().start()));
        }
      }
    }
    return List.of(
        read.body(),
        read.comments(),
        read.errors(),
        seen(HclReader.readExpression(file)),
        seen(HclReader.readTemplate(file)));
  }

  private static Object seen(ParsedExpression read) {
    return List.of(read.expression(), Places.ofSyntax(read.file(), read.errors()));
  }

  private static void same(Object one, Object other) {
    if (!one.equals(other)) {
      throw new AssertionError(one + " was read again as " + other);
    }
  }

  static Object terraformJson(byte[] input) {
    ConfigFile read = ConfigFile.read(InputFiles.single("main.tf.json", input), "main.tf.json");
    SourceFile file = text("main.tf.json", input);
    if (file != null) {
      JsonSyntax.Result json = JsonSyntax.read(file);
      SyntaxError error = json.error();
      Places.ofSyntax(file, error == null ? List.of() : List.of(error));
      JsonSyntax.value(json.root(), file);
    }
    return List.of(Places.ofProblems(read.problems()), read.declarations().toString());
  }

  static Object variables(byte[] input) {
    return List.of(variables("a.tfvars", input), variables("a.tfvars.json", input));
  }

  private static Object variables(String path, byte[] input) {
    VariableFile read = VariableFile.read(InputFiles.single(path, input), path);
    Map<String, String> values = new TreeMap<>();
    read.values()
        .forEach(
            (name, entry) ->
                values.put(
                    name,
                    switch (entry) {
                      case VariableFile.Expressed it -> it.expression().toString();
                      case VariableFile.Literal it -> it.value().getClass().getName();
                    }));
    return List.of(Places.ofProblems(read.problems()), values);
  }

  static Object yaml(byte[] input) {
    return template("template.yaml", input);
  }

  static Object json(byte[] input) {
    return template("template.json", input);
  }

  private static Object template(String path, byte[] input) {
    Template read = TemplateReader.read(InputFiles.single(path, input), path);
    SourceFile file = text(path, input);
    Parsed parsed = file == null ? new Parsed(List.of(), List.of()) : TemplateReader.parse(file);
    parsed.documents().forEach(document -> Places.require(document.span(), "document"));
    return List.of(
        Places.ofProblems(read.problems()),
        Places.ofProblems(parsed.problems()),
        Places.shown(read.root().span()),
        read.language());
  }

  static Object samConfig(byte[] input) {
    return List.of(samConfig("samconfig.toml", input), samConfig("samconfig.yaml", input));
  }

  private static Object samConfig(String name, byte[] input) {
    SourceFile file = text(name, input);
    if (file == null) {
      return "";
    }
    SamConfig read = SamConfig.of(file);
    for (String key : List.of(SamConfig.OVERRIDES, SamConfig.TAGS)) {
      read.usual(key).forEach(pair -> Places.require(pair.at(), "pair"));
      read.deployed(key)
          .values()
          .forEach(pairs -> pairs.forEach(pair -> Places.require(pair.at(), "pair")));
    }
    return List.of(Places.ofProblems(read.problems()), read.templates());
  }

  /** Null for what is no text. */
  private static @Nullable SourceFile text(String path, byte[] input) {
    return InputFiles.single(path, input).read(path) instanceof Content.Decoded decoded
        ? decoded.file()
        : null;
  }
}
