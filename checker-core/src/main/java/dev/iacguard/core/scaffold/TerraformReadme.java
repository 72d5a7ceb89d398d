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
        .with("inputs", String.join("\n", rows()))
        .with("account", account(words))
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

  private List<String> rows() {
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
      String value = input.value() == null ? "" : input.value();
      rows.add(ReadmeWords.row(input.snake(), ReadmeWords.tag(input), value));
    }
    StageRequirements requirements = request.requirements();
    String days = Integer.toString(requirements.retention().days());
    rows.add(ReadmeWords.row("tags", "more tags of all resources", "{}"));
    rows.add(ReadmeWords.row("log_retention_days", "days for which the log is kept", days));
    if (requirements.ownKey()) {
      rows.add(ReadmeWords.row("kms_key_arn", "ARN of the KMS key that encrypts the log", ""));
    }
    rows.add(ReadmeWords.row("create_alarms", "whether to create alarms", "true"));
    rows.add(ReadmeWords.row("alarm_actions", "ARNs of what an alarm notifies", "[]"));
    rows.add(ReadmeWords.row("client_error_threshold", "errors of callers in five minutes", "50"));
    rows.add(ReadmeWords.row("server_error_threshold", "errors of the API in five minutes", "5"));
    boolean byStack = requirements.role().setByStack();
    if (request.createsRole()) {
      String description = "whether to create and set the account's logging role";
      rows.add(ReadmeWords.row("create_account_role", description, Boolean.toString(byStack)));
    } else if (request.setsRole()) {
      String description = "ARN of the account's logging role to set";
      rows.add(ReadmeWords.row("account_role_arn", description, byStack ? "" : "null"));
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

  private String testOptions() {
    return new TerraformTests(request, inputs)
        .missing().stream().map(name -> " -var " + name + "=…").collect(Collectors.joining());
  }
}
