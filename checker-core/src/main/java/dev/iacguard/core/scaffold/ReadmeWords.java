package dev.iacguard.core.scaffold;

import java.util.List;
import java.util.function.Function;
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
    return shown(name, description, standard.isEmpty() ? "required" : code(standard));
  }

  /**
   * A row of such a table.
   *
   * @param standard what is shown for the default
   */
  static String shown(String name, String description, String standard) {
    return "| `" + name + "` | " + description + " | " + standard + " |";
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

  /**
   * The section on the account's logging role; empty where the policy leaves it to others.
   *
   * @param part finds the texts of a language by name
   */
  String account(Function<String, TextTemplate> part) {
    if (request.createsRole()) {
      return part.apply("account-role.md").text();
    }
    return request.setsRole()
        ? part.apply("account-arn.md").with("approved", approved()).text()
        : "";
  }

  /**
   * The row of the input for the account's logging role; none where the policy leaves it to others.
   *
   * @param create the name of the input that asks for a role
   * @param arn the name of the input for the role's ARN
   * @param none what the table shows for no ARN
   */
  List<String> accountRow(String create, String arn, String none) {
    boolean byStack = request.requirements().role().setByStack();
    if (request.createsRole()) {
      String description = "whether to create and set the account's logging role";
      return List.of(row(create, description, Boolean.toString(byStack)));
    }
    String description = "ARN of the account's logging role to set";
    return request.setsRole()
        ? List.of(shown(arn, description, byStack ? "required" : none))
        : List.of();
  }

  /**
   * The rows of the inputs for alarms.
   *
   * @param create the name of the input that turns them on
   * @param notified the row of what an alarm notifies
   * @param client the name of the input for the threshold of errors of callers
   * @param server the same for errors of the API
   */
  static List<String> alarmRows(String create, String notified, String client, String server) {
    return List.of(
        row(create, "whether to create alarms", "true"),
        notified,
        row(client, "errors of callers in five minutes", "50"),
        row(server, "errors of the API in five minutes", "5"));
  }

  private String approved() {
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

  /**
   * The row of an input for the value of a tag.
   *
   * @param name of the input in the language
   */
  static String tagRow(String name, TagInput input) {
    String requirement = input.requirement();
    String description =
        "value of the tag "
            + code(input.tag().key())
            + (requirement.isEmpty() ? "" : ". " + requirement.replace("|", "\\|"));
    return row(name, description, input.value() == null ? "" : input.value());
  }

  /** Words of a policy as code, which nothing in them can end. */
  private static String code(String text) {
    return "`" + text.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
