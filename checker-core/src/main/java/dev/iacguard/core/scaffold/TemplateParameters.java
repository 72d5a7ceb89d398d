package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.TemplateScaffold.part;

import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.rule.pack.StageRequirements;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the parameters of a template. */
record TemplateParameters(ScaffoldRequest request, List<TagInput> inputs) {

  void fill(TextTemplate template) {
    StageRequirements requirements = request.requirements();
    StageRequirements.Retention retention = requirements.retention();
    boolean http = request.api() == ScaffoldApi.HTTP;
    template
        .with("stage-pattern", http ? "[A-Za-z0-9_-]{1,128}|\\\\$default" : "[A-Za-z0-9_-]{1,128}")
        .with(
            "tag-parameters",
            inputs.stream().map(TemplateParameters::parameter).collect(Collectors.joining()))
        .with("retention", Integer.toString(retention.days()))
        .with(
            "retentions",
            retention.allowed().stream().map(String::valueOf).collect(Collectors.joining(", ")))
        .with("key-parameter", requirements.ownKey(), part("key-parameter.yaml"))
        .with("account-parameter", account());
  }

  private static String parameter(TagInput input) {
    String allowed =
        input.tag().values().stream()
            .map(Syntax.JSON::quoted)
            .collect(Collectors.joining(", ", "AllowedValues: [", "]"));
    @Nullable String pattern = PortablePattern.of(input.tag().patterns());
    return part("tag-parameter.yaml")
        .with("name", input.pascal())
        .with("description", Syntax.JSON.quoted(input.description()))
        .with(
            "default", input.value() == null ? "" : "Default: " + Syntax.JSON.quoted(input.value()))
        .with("allowed", input.tag().values().isEmpty() ? "" : allowed)
        .with("pattern", pattern == null ? "" : "AllowedPattern: " + Syntax.JSON.quoted(pattern))
        .text();
  }

  private String account() {
    StageRequirements.Role role = request.requirements().role();
    if (request.createsRole()) {
      return part("account-role-parameter.yaml")
          .with("default", Boolean.toString(role.setByStack()))
          .text();
    }
    if (!request.setsRole()) {
      return "";
    }
    @Nullable String arns = ApprovedRoles.arns(role.approved());
    String pattern = arns == null || role.setByStack() ? arns : "^$|" + arns;
    String empty = role.setByStack() ? "" : " Empty where something else sets it.";
    return part("account-arn-parameter.yaml")
        .with(
            "description",
            Syntax.JSON.quoted(
                "ARN of the approved role that API Gateway writes logs with, to set for the account"
                    + " and Region."
                    + empty))
        .with("default", role.setByStack() ? "" : "Default: \"\"")
        .with("pattern", pattern == null ? "" : "AllowedPattern: " + Syntax.JSON.quoted(pattern))
        .text();
  }
}
