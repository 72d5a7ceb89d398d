package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.TemplateScaffold.part;

import dev.iacguard.core.rule.pack.StageRequirements;
import java.util.ArrayList;
import java.util.List;

/** Writes the README of a template. */
record TemplateReadme(ScaffoldRequest request, List<TagInput> inputs, boolean sam) {

  String text() {
    ReadmeWords words = new ReadmeWords(request);
    return words
        .fill(part("README.md"))
        .with("language", sam ? "SAM" : "CloudFormation")
        .with("start", start())
        .with("deploy", deploy())
        .with("parameters", String.join("\n", rows(words)))
        .with("account", words.account(TemplateScaffold::part))
        .text();
  }

  private String start() {
    if (sam && request.api() != ScaffoldApi.WEBSOCKET) {
      return "The function `Health` is a start: replace it with the functions of your API.";
    }
    return switch (request.api()) {
      case REST ->
          """
          `Body` of the API is a start: replace it with the definition of your API. CloudFormation deploys an
          API once; rename the resource `Deployment` to deploy a change.
          """;
      case HTTP -> "The API has no routes yet: add the integrations and routes of your API.";
      case WEBSOCKET -> "The route `$default` is a start: replace it with the routes of your API.";
    };
  }

  private String deploy() {
    StringBuilder deploy = new StringBuilder();
    deploy.append(sam ? "sam deploy" : "aws cloudformation deploy");
    deploy.append(" --template-file template.yaml --stack-name orders");
    deploy.append(sam || request.createsRole() ? " --capabilities CAPABILITY_IAM \\\n" : " \\\n");
    deploy.append("  --parameter-overrides ApiName=orders StageName=prod");
    for (TagInput input : inputs) {
      if (input.value() == null) {
        deploy.append(' ').append(input.pascal()).append("=…");
      }
    }
    if (request.requirements().ownKey()) {
      deploy.append(" KmsKeyArn=…");
    }
    if (request.setsRole() && request.requirements().role().setByStack()) {
      deploy.append(" AccountRoleArn=…");
    }
    return deploy.toString();
  }

  private List<String> rows(ReadmeWords words) {
    StageRequirements requirements = request.requirements();
    List<String> rows = new ArrayList<>();
    rows.add(ReadmeWords.row("ApiName", "name of the API", ""));
    rows.add(ReadmeWords.row("StageName", "name of the stage", ""));
    for (TagInput input : inputs) {
      rows.add(ReadmeWords.tagRow(input.pascal(), input));
    }
    String days = Integer.toString(requirements.retention().days());
    rows.add(ReadmeWords.row("LogRetentionDays", "days for which the log is kept", days));
    if (requirements.ownKey()) {
      rows.add(ReadmeWords.row("KmsKeyArn", "ARN of the KMS key that encrypts the log", ""));
    }
    rows.addAll(
        ReadmeWords.alarmRows(
            "CreateAlarms",
            ReadmeWords.shown("AlarmTopicArn", "ARN of the SNS topic that alarms notify", "none"),
            "ClientErrorThreshold",
            "ServerErrorThreshold"));
    rows.addAll(words.accountRow("CreateAccountRole", "AccountRoleArn", "none"));
    return rows;
  }
}
