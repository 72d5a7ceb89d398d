package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.TerraformScaffold.part;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.terraform.edit.HclTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the README of a module. */
record TerraformReadme(ScaffoldRequest request, List<TagInput> inputs) {

  String text() {
    ReadmeWords words = new ReadmeWords(request);
    return words
        .fill(part("README.md"))
        .with("usage", usage())
        .with("inputs", String.join("\n", rows(words)))
        .with("account", words.account(TerraformScaffold::part))
        .with("test-options", testOptions())
        .text();
  }

  private String usage() {
    Map<String, Term> arguments = new LinkedHashMap<>();
    arguments.put("source", new Term.Text("./modules/" + request.api().folder() + "-api"));
    arguments.put("name", new Term.Text("orders"));
    arguments.put("stage_name", new Term.Text("prod"));
    if (request.api() == ScaffoldApi.REST) {
      arguments.put("openapi", new Term.Word("file(\"openapi.json\")"));
    }
    arguments.putAll(new TerraformExample(request, inputs).arguments());
    arguments.remove("create_account_role");
    return "module \"api\" {\n" + HclTerms.attributes(arguments).indent(2) + "}";
  }

  private List<String> rows(ReadmeWords words) {
    List<String> rows = new ArrayList<>();
    rows.add(ReadmeWords.row("name", "name of the API", ""));
    rows.add(ReadmeWords.row("stage_name", "name of the stage", ""));
    switch (request.api()) {
      case REST -> {
        rows.add(ReadmeWords.row("openapi", "definition of the API: OpenAPI as JSON", ""));
        rows.add(ReadmeWords.row("endpoint_type", "`REGIONAL` or `EDGE`", "REGIONAL"));
      }
      case HTTP ->
          rows.add(ReadmeWords.row("openapi", "definition of the API: OpenAPI 3 as JSON", "null"));
      case WEBSOCKET -> {
        rows.add(
            ReadmeWords.row(
                "route_selection_expression", "selects the route", "$request.body.action"));
        rows.add(ReadmeWords.row("throttling_burst_limit", "most messages at one time", "5000"));
        rows.add(ReadmeWords.row("throttling_rate_limit", "messages per second", "10000"));
      }
    }
    for (TagInput input : inputs) {
      rows.add(ReadmeWords.tagRow(input.snake(), input));
    }
    StageRequirements requirements = request.requirements();
    String days = Integer.toString(requirements.retention().days());
    rows.add(ReadmeWords.row("tags", "more tags of all resources", "{}"));
    rows.add(ReadmeWords.row("log_retention_days", "days for which the log is kept", days));
    if (requirements.ownKey()) {
      rows.add(ReadmeWords.row("kms_key_arn", "ARN of the KMS key that encrypts the log", ""));
    }
    rows.addAll(
        ReadmeWords.alarmRows(
            "create_alarms",
            ReadmeWords.row("alarm_actions", "ARNs of what an alarm notifies", "[]"),
            "client_error_threshold",
            "server_error_threshold"));
    rows.addAll(words.accountRow("create_account_role", "account_role_arn", "`null`"));
    return rows;
  }

  private String testOptions() {
    return new TerraformTests(request, inputs)
        .missing().stream().map(name -> " -var " + name + "=…").collect(Collectors.joining());
  }
}
