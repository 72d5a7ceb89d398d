package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Paths;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an export shows of the stack that a template is deployed as: its tags, its parameters, where
 * it is. The script of {@code collect} saves a template as {@code ACCOUNT/REGION/STACK.json} or
 * {@code .yaml}, and these names connect the two.
 */
record ExportedStack(DeployedAccount account, Resource stack) {
  private static final String TYPE = "AWS::CloudFormation::Stack";

  /** CloudFormation answers with asterisks instead of a value that has NoEcho. */
  private static final Pattern MASKED = Pattern.compile("\\*{4,}");

  /**
   * Null when no export shows it.
   *
   * @param path of the template, as shown
   */
  static @Nullable ExportedStack of(List<DeployedAccount> accounts, String path) {
    String region = Paths.name(Paths.folder(path));
    String account = Paths.name(Paths.folder(Paths.folder(path)));
    String name = withoutEnding(Paths.name(path));
    for (DeployedAccount each : accounts) {
      if (each.account().equals(account) && each.region().equals(region) && !account.isEmpty()) {
        for (Resource stack : each.stack().resources(TYPE)) {
          if (name.equals(text(stack.get("StackName")))) {
            return new ExportedStack(each, stack);
          }
        }
      }
    }
    return null;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  ProviderConfiguration provider() {
    return new ProviderConfiguration("", "", Set.of(account.account()));
  }

  Value region() {
    return Literals.text(account.region(), stack.get("StackName").origin());
  }

  /** The tags of the stack; null when the export does not have them. */
  Value.@Nullable Mapping tags() {
    return stack.get("Tags") instanceof Value.Sequence list ? StackTags.pairs(list) : null;
  }

  /** The value of a parameter; null when the export does not have it, unknown when it is masked. */
  Parameters.@Nullable Passed parameter(String name) {
    if (stack.get("Parameters") instanceof Value.Sequence list) {
      for (Value element : list.elements()) {
        if (element instanceof Value.Mapping parameter
            && name.equals(text(parameter.get("ParameterKey")))) {
          return passed(name, parameter);
        }
      }
    }
    return null;
  }

  private static Parameters.@Nullable Passed passed(String name, Value.Mapping parameter) {
    String resolved = text(parameter.get("ResolvedValue"));
    String value = resolved == null ? text(parameter.get("ParameterValue")) : resolved;
    if (value == null) {
      return null;
    }
    List<Reference> itself = List.of(new Reference.Named(name));
    return new Parameters.Passed(
        MASKED.matcher(value).matches()
            ? new Value.Unknown(Cause.INPUT, name, itself, true, parameter.origin())
            : Literals.text(value, parameter.origin()),
        name + " (deployed)",
        resolved != null);
  }

  private static @Nullable String text(@Nullable Value value) {
    return value instanceof Value.Text text ? text.known() : null;
  }
}
