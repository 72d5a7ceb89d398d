package dev.iacguard.core.scaffold;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.rule.pack.StageRequirements.Tag;
import dev.iacguard.core.terraform.edit.HclTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Writes a Terraform module with an example and tests. */
final class TerraformScaffold {
  private static final String EXAMPLE = "examples/basic/";

  private final ScaffoldRequest request;
  private final ScaffoldApi api;
  private final StageRequirements requirements;
  private final List<TagInput> inputs;

  TerraformScaffold(ScaffoldRequest request) {
    this.request = request;
    this.api = request.api();
    this.requirements = request.requirements();
    this.inputs = TagInput.of(request);
  }

  List<NewFile> files() {
    List<NewFile> files = new ArrayList<>();
    TerraformExample example = new TerraformExample(request, inputs);
    TerraformVariables variables = new TerraformVariables(request, inputs);
    files.add(new NewFile("README.md", new TerraformReadme(request, inputs).text()));
    files.add(new NewFile("main.tf", main()));
    files.add(new NewFile("alarms.tf", alarms()));
    if (request.createsRole()) {
      files.add(new NewFile("account.tf", part("account-role.tf").text()));
    } else if (request.setsRole()) {
      files.add(new NewFile("account.tf", part("account-arn.tf").text()));
    }
    files.add(new NewFile("variables.tf", variables.text()));
    files.add(new NewFile("outputs.tf", outputs()));
    files.add(new NewFile("versions.tf", versions()));
    files.add(new NewFile(EXAMPLE + "main.tf", example.main()));
    if (!example.variables().isEmpty()) {
      files.add(new NewFile(EXAMPLE + "variables.tf", example.variables()));
    }
    files.add(new NewFile(EXAMPLE + "outputs.tf", part("example-outputs.tf").text()));
    files.add(new NewFile(EXAMPLE + "versions.tf", versions()));
    String tests = new TerraformTests(request, inputs).text();
    files.add(new NewFile("tests/" + api.folder() + "_api.tftest.hcl", tests));
    return files;
  }

  /** The first release of the provider that has what the module uses. */
  private String versions() {
    return part("versions.tf").with("provider", request.createsRole() ? "5.68" : "5.0").text();
  }

  static TextTemplate part(String name) {
    return TextTemplate.named("terraform/" + name);
  }

  static TextTemplate part(ScaffoldApi api, String name) {
    return part(api.folder() + "/" + name);
  }

  private String main() {
    return part(api, "main.tf")
        .with("tags", "tags = " + tags())
        .with("format", "format = " + HclTerms.literal(new Term.Json(requirements.format()), ""))
        .with("log-group", part("log-group.tf").with("attributes", logGroup()))
        .text();
  }

  private String tags() {
    SequencedMap<String, Term> tags = new LinkedHashMap<>();
    for (Tag tag : requirements.tags()) {
      if (tag.isFixed()) {
        tags.put(tag.key(), new Term.Text(tag.values().getFirst()));
      }
    }
    inputs.forEach(input -> tags.put(input.tag().key(), new Term.Word("var." + input.snake())));
    return tags.isEmpty()
        ? "var.tags"
        : "merge(var.tags, " + HclTerms.literal(new Term.Entries(tags), "") + ")";
  }

  private String logGroup() {
    Map<String, Term> group = new LinkedHashMap<>();
    group.put("name", new Term.Word("local.log_group_name"));
    group.put("retention_in_days", new Term.Word("var.log_retention_days"));
    if (requirements.ownKey()) {
      group.put("kms_key_id", new Term.Word("var.kms_key_arn"));
    }
    if (requirements.keepsLogs()) {
      group.put("skip_destroy", new Term.Word("true"));
    }
    group.put("tags", new Term.Word("local.tags"));
    return HclTerms.attributes(group);
  }

  private String alarms() {
    String dimensions = HclTerms.attributes(dimensions());
    boolean sockets = api == ScaffoldApi.WEBSOCKET;
    return part("alarms.tf")
        .with("client-errors", api.clientErrors())
        .with("server-errors", api.serverErrors())
        .with("dimensions", dimensions)
        .with(
            "integration-errors",
            sockets ? part(api, "integration-errors.tf").with("dimensions", dimensions).text() : "")
        .text();
  }

  private SequencedMap<String, Term> dimensions() {
    SequencedMap<String, Term> dimensions = new LinkedHashMap<>();
    if (api == ScaffoldApi.REST) {
      dimensions.put("ApiName", new Term.Word("aws_api_gateway_rest_api.this.name"));
      dimensions.put("Stage", new Term.Word("aws_api_gateway_stage.this.stage_name"));
    } else {
      dimensions.put("ApiId", new Term.Word("aws_apigatewayv2_api.this.id"));
      dimensions.put("Stage", new Term.Word("aws_apigatewayv2_stage.this.name"));
    }
    return dimensions;
  }

  private String outputs() {
    List<String> alarms = new ArrayList<>();
    alarms.add("aws_cloudwatch_metric_alarm.client_errors[*].arn");
    alarms.add("aws_cloudwatch_metric_alarm.server_errors[*].arn");
    if (api == ScaffoldApi.WEBSOCKET) {
      alarms.add("aws_cloudwatch_metric_alarm.integration_errors[*].arn");
    }
    return part(api, "outputs.tf")
        .with("outputs", part("outputs.tf").with("alarms", String.join(", ", alarms)))
        .text();
  }
}
