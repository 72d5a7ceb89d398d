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
        .with("properties", String.join("\n", rows(words)))
        .with("account", words.account(CdkScaffold::part))
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

  private List<String> rows(ReadmeWords words) {
    StageRequirements requirements = request.requirements();
    List<String> rows = new ArrayList<>();
    rows.add(ReadmeWords.row("apiName", "name of the API", ""));
    rows.add(ReadmeWords.row("stageName", "name of the stage", ""));
    for (TagInput input : inputs) {
      rows.add(ReadmeWords.tagRow(input.camel(), input));
    }
    if (requirements.ownKey()) {
      rows.add(ReadmeWords.row("encryptionKey", "KMS key that encrypts the log", ""));
    }
    String days = Integer.toString(requirements.retention().days());
    rows.add(ReadmeWords.row("logRetentionDays", "days for which the log is kept", days));
    rows.addAll(
        ReadmeWords.alarmRows(
            "createAlarms",
            ReadmeWords.row("alarmActions", "what an alarm notifies", "[]"),
            "clientErrorThreshold",
            "serverErrorThreshold"));
    rows.addAll(words.accountRow("createAccountRole", "accountRoleArn", "`undefined`"));
    return rows;
  }
}
