package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.TerraformScaffold.part;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.terraform.edit.HclTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an example that calls a module. */
record TerraformExample(ScaffoldRequest request, List<TagInput> inputs) {

  String main() {
    return part(request.api(), "example.tf")
        .with("inputs", HclTerms.attributes(arguments()))
        .text();
  }

  /** What only the user knows is passed on; what is known already is written. */
  Map<String, Term> arguments() {
    Map<String, Term> arguments = new LinkedHashMap<>();
    for (TagInput input : inputs) {
      arguments.put(
          input.snake(),
          input.value() == null
              ? new Term.Word("var." + input.snake())
              : new Term.Text(input.value()));
    }
    if (request.requirements().ownKey()) {
      arguments.put("kms_key_arn", new Term.Word("var.kms_key_arn"));
    }
    if (request.createsRole()) {
      arguments.put("create_account_role", new Term.Word("var.create_account_role"));
    }
    if (needsRoleArn()) {
      arguments.put("account_role_arn", new Term.Word("var.account_role_arn"));
    }
    return arguments;
  }

  private boolean needsRoleArn() {
    return request.setsRole() && request.requirements().role().setByStack();
  }

  /** Empty when there are none. */
  String variables() {
    List<String> variables = new ArrayList<>();
    for (TagInput input : inputs) {
      if (input.value() == null) {
        variables.add(variable(input.snake(), TerraformVariables.description(input)));
      }
    }
    if (request.requirements().ownKey()) {
      variables.add(
          variable("kms_key_arn", "\"ARN of the KMS key that encrypts the access log.\""));
    }
    if (request.createsRole()) {
      boolean byStack = request.requirements().role().setByStack();
      variables.add(
          part("account-role-variable.tf").with("default", Boolean.toString(byStack)).text());
    }
    if (needsRoleArn()) {
      variables.add(variable("account_role_arn", "\"ARN of an approved role.\""));
    }
    if (request.api() == ScaffoldApi.HTTP) {
      variables.add(part(request.api(), "example-variables.tf").text());
    }
    return String.join("\n", variables);
  }

  private static String variable(String name, String description) {
    return part("example-variable.tf").with("name", name).with("description", description).text();
  }
}
