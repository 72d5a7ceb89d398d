package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.TerraformScaffold.part;
import static dev.iacguard.core.scaffold.TerraformVariables.quoted;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.rule.pack.StageRequirements.Tag;
import dev.iacguard.core.terraform.edit.HclTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the tests of a module. */
record TerraformTests(ScaffoldRequest request, List<TagInput> inputs) {
  private static final String KEY =
      "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

  String text() {
    StageRequirements requirements = request.requirements();
    boolean rest = request.api() == ScaffoldApi.REST;
    return part("test.tftest.hcl")
        .with("variables", HclTerms.attributes(variables()))
        .with("role-mocks", request.createsRole(), part("role-mocks.tftest.hcl"))
        .with("stage", rest ? "aws_api_gateway_stage.this" : "aws_apigatewayv2_stage.this")
        .with(
            "members",
            requirements.format().keySet().stream()
                .map(TerraformVariables::quoted)
                .collect(Collectors.joining(", ")))
        .with("retention", Integer.toString(requirements.retention().days()))
        .with("key-assert", requirements.ownKey() ? keyAssert() : "")
        .with("tag-assert", tagAssert())
        .with("tag-runs", tagRuns())
        .with("account-runs", accountRuns())
        .text();
  }

  private Map<String, Term> variables() {
    Map<String, Term> variables = new LinkedHashMap<>();
    variables.put("name", new Term.Text("orders"));
    variables.put("stage_name", new Term.Text("test"));
    if (request.api() == ScaffoldApi.REST) {
      variables.put("openapi", new Term.Text("{}"));
    }
    for (TagInput input : inputs) {
      if (input.example() != null) {
        variables.put(input.snake(), new Term.Text(input.example()));
      }
    }
    if (request.requirements().ownKey()) {
      variables.put("kms_key_arn", new Term.Text(KEY));
    }
    return variables;
  }

  private static String keyAssert() {
    return """
    assert {
      condition     = aws_cloudwatch_log_group.access.kms_key_id == var.kms_key_arn
      error_message = "The log group has no key of its own."
    }
    """;
  }

  private String tagAssert() {
    List<Tag> tags = request.requirements().tags();
    if (tags.isEmpty()) {
      return "";
    }
    String keys = tags.stream().map(tag -> quoted(tag.key())).collect(Collectors.joining(", "));
    return """
    assert {
      condition     = length(setsubtract([%s], keys(aws_cloudwatch_log_group.access.tags))) == 0
      error_message = "The log group lacks a tag of the policy."
    }
    """
        .formatted(keys);
  }

  private String tagRuns() {
    return inputs.stream()
        .map(input -> part("tag-run.tftest.hcl").with("name", input.snake()))
        .map(TextTemplate::text)
        .collect(Collectors.joining("\n"));
  }

  private String accountRuns() {
    if (request.createsRole()) {
      return part("account-role-run.tftest.hcl").text();
    }
    @Nullable String arns = ApprovedRoles.arns(request.requirements().role().approved());
    return request.setsRole() && arns != null ? part("account-arn-run.tftest.hcl").text() : "";
  }

  /** The variables that whoever runs the tests has to give. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    inputs.stream()
        .filter(input -> input.example() == null)
        .forEach(input -> missing.add(input.snake()));
    if (request.setsRole() && request.requirements().role().setByStack()) {
      missing.add("account_role_arn");
    }
    return missing;
  }
}
