package dev.iacguard.core.scaffold;

import java.util.stream.Collectors;

/** Says in a README what the policy asks for. */
record ReadmeWords(ScaffoldRequest request) {

  /** Fills what the READMEs of all languages have. */
  TextTemplate fill(TextTemplate readme) {
    return readme
        .with("title", request.api().title())
        .with("policy", request.policy())
        .with("members", members())
        .with("retention", Integer.toString(request.requirements().retention().days()))
        .with("keyed", keyed())
        .with("kept", kept())
        .with("created", created());
  }

  /**
   * A row of a table of inputs.
   *
   * @param standard the default; empty when the input is required
   */
  static String row(String name, String description, String standard) {
    String shown = standard.isEmpty() ? "required" : code(standard);
    return "| `" + name + "` | " + description + " | " + shown + " |";
  }

  private String members() {
    return request.requirements().format().keySet().stream()
        .map(ReadmeWords::code)
        .collect(Collectors.joining(", "));
  }

  private String keyed() {
    return request.requirements().ownKey() ? ", encrypted with a KMS key of yours" : "";
  }

  private String kept() {
    return request.requirements().keepsLogs() ? ", and stays when the code is destroyed" : "";
  }

  String approved() {
    return request.requirements().role().approved().stream()
        .map(ReadmeWords::code)
        .collect(Collectors.joining(", "));
  }

  /** The last entries of the list of what is created. */
  private String created() {
    StringBuilder created = new StringBuilder("- alarms on the errors of callers and of the API");
    if (request.requirements().tags().isEmpty()) {
      return created.append(".").toString();
    }
    String tags =
        request.requirements().tags().stream()
            .map(tag -> code(tag.key()))
            .collect(Collectors.joining(", "));
    return created.append(";\n- the tags that the policy requires: ").append(tags + ".").toString();
  }

  static String tag(TagInput input) {
    String requirement = input.requirement();
    return "value of the tag "
        + code(input.tag().key())
        + (requirement.isEmpty() ? "" : ". " + requirement.replace("|", "\\|"));
  }

  /** Words of a policy as code, which nothing in them can end. */
  private static String code(String text) {
    return "`" + text.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
