package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.ReturnValues;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves {@code Ref}, {@code Fn::GetAtt} and {@code Fn::ImportValue}. */
final class References {
  /** Pseudo parameters that differ from one stack to the other. */
  private static final Set<String> OF_STACK =
      Set.of("AWS::StackName", "AWS::StackId", "AWS::NotificationARNs");

  private static final Set<String> OF_ACCOUNT =
      Set.of("AWS::AccountId", "AWS::Region", "AWS::Partition", "AWS::URLSuffix");

  private static final String LOG_GROUP = "AWS::Logs::LogGroup";
  private static final String PARAMETER = "AWS::SSM::Parameter";

  private final Scope scope;
  private final Set<String> underWay = new HashSet<>();

  References(Scope scope) {
    this.scope = scope;
  }

  Value ref(String name, Origin origin) {
    if (name.equals("AWS::NoValue")) {
      return new Value.Null(origin);
    }
    if (OF_ACCOUNT.contains(name)) {
      return pseudo(name, origin);
    }
    if (OF_STACK.contains(name)) {
      return pseudo(scope.qualified(name), origin);
    }
    if (scope.parameters().has(name)) {
      return scope.parameters().value(name, origin.at());
    }
    return resource(scope.resolved(name), "", origin);
  }

  private static Value pseudo(String name, Origin origin) {
    return new Value.Unknown(
        Cause.DEPLOYMENT, name, List.of(new Reference.Named(name)), true, origin);
  }

  /**
   * @param path {@code LogicalId.Attribute}, or the outputs of a nested stack
   */
  Value attribute(String path, Origin origin) {
    String alias = scope.resolved(path);
    if (!alias.equals(path)) {
      return resource(alias, "", origin);
    }
    int dot = path.indexOf('.');
    if (dot <= 0) {
      return Value.Unknown.of(Cause.INVALID, path, origin);
    }
    String resource = path.substring(0, dot);
    String attribute = path.substring(dot + 1);
    if (attribute.startsWith("Outputs.")) {
      Scope child = scope.child(resource);
      if (child != null) {
        return output(child, path, attribute.substring("Outputs.".length()), origin);
      }
      if (scope.declares(resource)) {
        return Value.Unknown.named(unseen(resource), scope.qualified(path), origin);
      }
    }
    return resource(resource, attribute, origin);
  }

  /** A template can be added to the tree; an application of the public repository cannot. */
  private Cause unseen(String logicalId) {
    Declaration declaration = scope.declaration(logicalId);
    return declaration != null && NestedStacks.location(declaration) instanceof Node.Mapping
        ? Cause.APPLICATION
        : Cause.NOT_AVAILABLE;
  }

  private Value output(Scope child, String path, String output, Origin origin) {
    Value value = child.output(output);
    if (value != null) {
      return Choices.through(value, origin.at(), path);
    }
    String stack = path.substring(0, path.indexOf('.'));
    Set<String> outputs = KnownNames.names(child.template().section("Outputs"));
    scope.diagnostics().output(stack, output, outputs, origin.at());
    return Value.Unknown.of(Cause.INVALID, scope.qualified(path), origin);
  }

  /** What is not declared is a mistake, or lies elsewhere when the template may be a part only. */
  private Value resource(String name, String attribute, Origin origin) {
    Reference reference = new Reference.ToResource(scope.address(name), attribute);
    if (scope.declares(name)) {
      if (!attribute.isEmpty() && lacks(name, attribute, origin)) {
        return present(Cause.INVALID, reference, origin);
      }
      Value stored = attribute.equals("Value") ? storedValue(name) : null;
      if (stored != null) {
        return Choices.through(stored, origin.at(), reference.toString());
      }
      return new Value.Unknown(
          Cause.COMPUTED, reference.toString(), List.of(reference), true, origin);
    }
    boolean mistaken =
        attribute.isEmpty()
            ? scope.diagnostics().reference(name, origin.at())
            : scope.diagnostics().resource(name, origin.at());
    Cause cause = mistaken ? Cause.INVALID : Cause.NOT_AVAILABLE;
    return present(cause, reference, origin);
  }

  /** The value of a parameter in Systems Manager that the template declares, or null. */
  @Nullable Value storedValue(Reference.ToResource parameter) {
    String name = parameter.resource().name();
    return scope.address(name).equals(parameter.resource()) ? storedValue(name) : null;
  }

  private @Nullable Value storedValue(String logicalId) {
    Declaration declaration = scope.declaration(logicalId);
    Node written =
        declaration == null || !declaration.type().equals(PARAMETER)
            ? null
            : declaration.properties().get("Value");
    if (written == null || !underWay.add(logicalId)) {
      return null;
    }
    Value value = scope.evaluate(written);
    underWay.remove(logicalId);
    return value;
  }

  /** What is written is there, though it leads nowhere. */
  private static Value present(Cause cause, Reference to, Origin origin) {
    return new Value.Unknown(cause, to.toString(), List.of(), true, origin);
  }

  /** True, and reported, when resources of its type are known not to have the attribute. */
  private boolean lacks(String resource, String attribute, Origin origin) {
    String type = scope.type(resource);
    List<String> attributes = type == null ? null : ReturnValues.of(type);
    if (attributes == null || attributes.contains(attribute)) {
      return false;
    }
    scope.diagnostics().attribute(resource, attribute, attributes, origin.at());
    return true;
  }

  /** The ARN of a log group piece by piece, or null when the value is none. */
  Value.@Nullable Text logGroupArn(Value value) {
    if (!(value instanceof Value.Unknown unknown)
        || unknown.references().size() != 1
        || !(unknown.references().get(0) instanceof Reference.ToResource arn)
        || !arn.attribute().equals("Arn")) {
      return null;
    }
    String name = arn.resource().name();
    if (!LOG_GROUP.equals(scope.type(name)) || !scope.address(name).equals(arn.resource())) {
      return null;
    }
    Origin origin = value.origin();
    return new TextBuilder()
        .add("arn:")
        .add(pseudo("AWS::Partition", origin))
        .add(":logs:")
        .add(pseudo("AWS::Region", origin))
        .add(":")
        .add(pseudo("AWS::AccountId", origin))
        .add(":log-group:")
        .add(resource(name, "", origin))
        .add(":*")
        .build(origin);
  }

  Value importValue(Value name, Origin origin) {
    return Choices.map(
        name,
        each -> {
          String text = Choices.scalar(each);
          if (text == null) {
            String export =
                each instanceof Value.Unknown unknown
                    ? "the export " + unknown.what()
                    : "an export";
            return Value.Unknown.of(Cause.OTHER_STACK, export, origin);
          }
          Value exported = scope.exports().value(text);
          return exported == null
              ? new Value.Unknown(
                  Cause.OTHER_STACK,
                  "!ImportValue " + text,
                  List.of(new Reference.Named(text)),
                  true,
                  origin)
              : Choices.through(exported, origin.at(), "!ImportValue " + text);
        });
  }
}
