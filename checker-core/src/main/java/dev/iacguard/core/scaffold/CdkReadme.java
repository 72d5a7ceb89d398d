package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.CdkScaffold.part;

import dev.iacguard.core.rule.pack.StageRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the README of a construct. */
record CdkReadme(ScaffoldRequest request, List<TagInput> inputs) {

  String text() {
    ReadmeWords words = new ReadmeWords(request);
    return words
        .fill(part("README.md"))
        .with("file", CdkNames.file(request.api()))
        .with("usage", usage())
        .with("properties", String.join("\n", rows()))
        .with("account", account(words))
        .with(
            "test-variables",
            new CdkTest(request, inputs)
                .missing().stream().map(name -> name + "=… ").collect(Collectors.joining()))
        .text();
  }

  private String usage() {
    List<String> lines = new ArrayList<>();
    lines.add("apiName: 'orders',");
    lines.add("stageName: 'prod',");
    for (TagInput input : inputs) {
      if (input.value() == null) {
        lines.add(input.camel() + ": …,");
      }
    }
    if (request.requirements().ownKey()) {
      lines.add("encryptionKey: key,");
    }
    if (request.setsRole() && request.requirements().role().setByStack()) {
      lines.add("accountRoleArn: …,");
    }
    String name = CdkNames.construct(request.api());
    return "const orders = new "
        + name
        + "(this, 'Orders', {\n  "
        + String.join("\n  ", lines)
        + "\n});\n"
        + switch (request.api()) {
          case REST -> "orders.api.root.addMethod('GET', integration);";
          case HTTP -> "orders.api.addRoutes({ path: '/orders', integration });";
          case WEBSOCKET -> "orders.api.addRoute('$default', { integration });";
        };
  }

  private List<String> rows() {
    StageRequirements requirements = request.requirements();
    boolean byStack = requirements.role().setByStack();
    List<String> rows = new ArrayList<>();
    rows.add(ReadmeWords.row("apiName", "name of the API", ""));
    rows.add(ReadmeWords.row("stageName", "name of the stage", ""));
    for (TagInput input : inputs) {
      String value = input.value() == null ? "" : input.value();
      rows.add(ReadmeWords.row(input.camel(), ReadmeWords.tag(input), value));
    }
    if (requirements.ownKey()) {
      rows.add(ReadmeWords.row("encryptionKey", "KMS key that encrypts the log", ""));
    }
    String days = Integer.toString(requirements.retention().days());
    rows.add(ReadmeWords.row("logRetentionDays", "days for which the log is kept", days));
    rows.add(ReadmeWords.row("createAlarms", "whether to create alarms", "true"));
    rows.add(ReadmeWords.row("alarmActions", "what an alarm notifies", "[]"));
    rows.add(ReadmeWords.row("clientErrorThreshold", "errors of callers in five minutes", "50"));
    rows.add(ReadmeWords.row("serverErrorThreshold", "errors of the API in five minutes", "5"));
    if (request.createsRole()) {
      String description = "whether to create and set the account's logging role";
      rows.add(ReadmeWords.row("createAccountRole", description, Boolean.toString(byStack)));
    } else if (request.setsRole()) {
      String description = "ARN of the account's logging role to set";
      rows.add(ReadmeWords.row("accountRoleArn", description, byStack ? "" : "undefined"));
    }
    return rows;
  }

  private String account(ReadmeWords words) {
    if (request.createsRole()) {
      return part("account-role.md").text();
    }
    return request.setsRole()
        ? part("account-arn.md").with("approved", words.approved()).text()
        : "";
  }
}
