package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.TerraformScaffold.part;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.terraform.edit.HclTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the variables of a module. */
record TerraformVariables(ScaffoldRequest request, List<TagInput> inputs) {

  String text() {
    StageRequirements.Retention retention = request.requirements().retention();
    boolean http = request.api() == ScaffoldApi.HTTP;
    return part("variables.tf")
        .with(
            "stage-pattern",
            quoted(http ? "^([A-Za-z0-9_-]{1,128}|\\$default)$" : "^[A-Za-z0-9_-]{1,128}$"))
        .with(
            "stage-message",
            "The name of a stage has letters, digits, hyphens and underscores, at most 128"
                + (http ? ", or is $default." : "."))
        .with("api", part(request.api(), "variables.tf"))
        .with("tag-variables", tags())
        .with("retention", Integer.toString(retention.days()))
        .with(
            "retentions",
            retention.allowed().stream().map(String::valueOf).collect(Collectors.joining(", ")))
        .with("key", request.requirements().ownKey(), part("key-variable.tf"))
        .with("account", account())
        .text();
  }

  static String quoted(String text) {
    return HclTerms.literal(new Term.Text(text), "");
  }

  private static String quoted(List<String> texts) {
    return HclTerms.literal(new Term.Items(texts.stream().<Term>map(Term.Text::new).toList()), "");
  }

  private String tags() {
    return inputs.stream().map(TerraformVariables::variable).collect(Collectors.joining("\n"));
  }

  static String description(TagInput input) {
    return quoted(input.description());
  }

  private static String variable(TagInput input) {
    return part("tag-variable.tf")
        .with("name", input.snake())
        .with("description", description(input))
        .with("default", input.value() == null ? "" : "default     = " + quoted(input.value()))
        .with("validations", validations(input))
        .text();
  }

  private static String validations(TagInput input) {
    String variable = "var." + input.snake();
    List<String> conditions = new ArrayList<>();
    if (!input.tag().values().isEmpty()) {
      conditions.add("contains(" + quoted(input.tag().values()) + ", " + variable + ")");
    }
    for (String pattern : input.tag().patterns()) {
      conditions.add("can(regex(" + quoted("^(?:" + pattern + ")$") + ", " + variable + "))");
    }
    if (conditions.isEmpty()) {
      conditions.add("trimspace(" + variable + ") != \"\"");
    }
    return conditions.stream()
        .map(condition -> validation(condition, "The policy does not allow this value of a tag."))
        .collect(Collectors.joining("\n"));
  }

  private static String validation(String condition, String message) {
    return part("validation.tf")
        .with("condition", condition)
        .with("message", quoted(message))
        .text();
  }

  private String account() {
    StageRequirements.Role role = request.requirements().role();
    if (request.createsRole()) {
      return part("account-role-variable.tf")
          .with("default", Boolean.toString(role.setByStack()))
          .text();
    }
    if (!request.setsRole()) {
      return "";
    }
    @Nullable String arns = ApprovedRoles.arns(role.approved());
    String matches =
        arns == null ? "true" : "can(regex(" + quoted(arns) + ", var.account_role_arn))";
    boolean required = role.setByStack();
    return part("account-arn-variable.tf")
        .with(
            "description",
            quoted(
                "ARN of the role that API Gateway writes logs with, to set for the account and"
                    + " Region"
                    + (required ? "" : "; null where something else sets it")
                    + ". Approved: "
                    + String.join(", ", role.approved())
                    + "."))
        .with("default", required ? "nullable    = false" : "default     = null")
        .with("condition", required ? matches : "var.account_role_arn == null || " + matches)
        .text();
  }
}
