package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Literals;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the nodes of a template, with its intrinsic functions, to values. Never throws; what is
 * wrong is unknown, with its cause.
 */
final class Evaluator {
  private final Scope scope;
  private final References references;
  private final TextFunctions texts;
  private final ListFunctions lists;
  private final @Nullable Span globals;

  Evaluator(Scope scope) {
    this.scope = scope;
    this.references = new References(scope);
    this.texts = new TextFunctions(this, references, scope);
    this.lists = new ListFunctions(this);
    Node section = scope.template().root().get("Globals");
    this.globals = section == null ? null : section.span();
  }

  Value evaluate(Node node) {
    if (!scope.evaluationBudget().enter()) {
      scope.diagnostics().limit(node.span(), scope.evaluationBudget().exceeded());
      return Value.Unknown.of(Cause.LIMIT, "a value of too many parts", origin(node));
    }
    try {
      return switch (node) {
        case Node.Scalar scalar -> Literals.value(scalar, origin(node));
        case Node.Sequence sequence -> sequence(sequence);
        case Node.Mapping mapping -> mapping(mapping);
        case Node.Unresolved unresolved ->
            Value.Unknown.of(unresolved.cause(), unresolved.what(), origin(node));
      };
    } finally {
      scope.evaluationBudget().leave();
    }
  }

  /** A value of the {@code Globals} section says where it comes from. */
  Origin origin(Node node) {
    Span at = node.span();
    boolean global =
        globals != null
            && at.file() == globals.file()
            && at.start() >= globals.start()
            && at.end() <= globals.end();
    return global ? new Origin(at, new Step("Globals", at, null), ValueMarks.NONE) : Origin.at(at);
  }

  private Value.Sequence sequence(Node.Sequence sequence) {
    List<Value> elements = new ArrayList<>();
    for (Node item : sequence.items()) {
      Value element = evaluate(item);
      boolean removed = element instanceof Value.Null && item instanceof Node.Mapping;
      if (!removed) {
        elements.add(element);
      }
    }
    return new Value.Sequence(
        Value.Sequence.Kind.TUPLE, List.copyOf(elements), false, origin(sequence));
  }

  private Value mapping(Node.Mapping mapping) {
    Call call = Call.of(mapping);
    if (call != null && !call.name().equals("Condition")) {
      return call(call, mapping);
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    boolean open = false;
    for (Node.Entry entry : mapping.entries()) {
      if (KnownNames.isMadeElsewhere(entry.key())) {
        open = true;
      } else {
        entries.put(entry.key(), evaluate(entry.value()));
      }
    }
    return new Value.Mapping(false, Collections.unmodifiableMap(entries), open, origin(mapping));
  }

  private Value call(Call call, Node.Mapping node) {
    Origin origin = origin(node);
    return switch (call.name()) {
      case "Ref" -> ref(call, origin);
      case "Fn::GetAtt" -> getAtt(call, origin);
      case "Fn::If" -> choose(call, origin);
      case "Fn::ImportValue" -> references.importValue(evaluate(call.argument()), origin);
      case "Fn::Sub" -> texts.sub(call, origin);
      case "Fn::Join" -> texts.join(call, origin);
      case "Fn::Base64" -> texts.base64(call, origin);
      case "Fn::ToJsonString" -> texts.toJson(call, origin);
      case "Fn::Split" -> texts.split(call, origin);
      case "Fn::Select" -> lists.select(call, origin);
      case "Fn::Length" -> lists.length(call, origin);
      case "Fn::FindInMap" ->
          call.list().size() < 3
              ? misshapen(call)
              : new MapLookup(scope, call.list(), origin).value();
      case "Fn::Cidr" ->
          call.list().size() < 2 || call.list().size() > 3
              ? misshapen(call)
              : new AddressBlocks(scope, call, origin).value();
      case "Fn::GetAZs" ->
          Value.Unknown.of(Cause.DEPLOYMENT, "the list of availability zones", origin);
      case "Fn::GetStackOutput" ->
          Value.Unknown.of(Cause.OTHER_STACK, "an output of another stack", origin);
      case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals" ->
          asValue(scope.conditions().of(node), origin);
      default -> Value.Unknown.of(Cause.NOT_EVALUATED, call.name(), origin);
    };
  }

  /** What a call is worth when it cannot be evaluated: for the reason that its argument has. */
  static Value unknown(Call call, Value argument, Origin origin) {
    return argument instanceof Value.Unknown unknown
        ? Value.Unknown.of(unknown.cause(), unknown.what(), origin)
        : Value.Unknown.of(Cause.NOT_EVALUATED, call.name(), origin);
  }

  /** The value of a function that cannot be evaluated with its arguments. */
  static Value invalid(Call call) {
    return Value.Unknown.of(Cause.INVALID, call.name(), Origin.at(call.span()));
  }

  /**
   * What a call is worth that can never be right; reports it. The language extensions let functions
   * stand in many more places, so that nothing is sure there.
   */
  Value misshapen(Call call) {
    if (scope.template().isTransformedBy(Template.EXTENSIONS)) {
      return Value.Unknown.of(Cause.NOT_EVALUATED, call.name(), Origin.at(call.span()));
    }
    scope.diagnostics().shape(call);
    return invalid(call);
  }

  private Value ref(Call call, Origin origin) {
    String name = name(call.argument());
    return name == null ? misshapen(call) : references.ref(name, origin);
  }

  /** A name as it is written; the language extensions let functions make it. */
  private @Nullable String name(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.text();
    }
    return scope.template().isTransformedBy(Template.EXTENSIONS)
        ? Choices.scalar(evaluate(node))
        : null;
  }

  private Value getAtt(Call call, Origin origin) {
    String name = call.text();
    if (name != null) {
      return name.indexOf('.') > 0 ? references.attribute(name, origin) : misshapen(call);
    }
    List<Node> parts = call.list();
    String resource = parts.size() == 2 ? name(parts.get(0)) : null;
    if (resource == null) {
      return misshapen(call);
    }
    String attribute = Choices.scalar(evaluate(parts.get(1)));
    return attribute == null
        ? Value.Unknown.of(Cause.NOT_EVALUATED, "an attribute of " + resource, origin)
        : references.attribute(resource + "." + attribute, origin);
  }

  private Value choose(Call call, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.size() != 3 || !(arguments.get(0) instanceof Node.Scalar name)) {
      return misshapen(call);
    }
    Condition condition = scope.conditions().named(name.text(), name.span());
    if (ConditionTruth.isDecided(condition)) {
      boolean holds = ConditionTruth.isTrue(condition);
      Value chosen = evaluate(arguments.get(holds ? 1 : 2));
      ValueMarks valueMarks = scope.conditions().valueMarks(name.text());
      String why = name.text() + (holds ? " is true by default" : " is false by default");
      return Choices.marked(
          valueMarks.defaults().isEmpty() ? chosen : because(chosen, why), valueMarks);
    }
    Value then = evaluate(arguments.get(1));
    return new Value.Choice(condition, then, evaluate(arguments.get(2)), origin);
  }

  /** The value with a step that says why it was chosen. */
  private static Value because(Value value, String why) {
    Origin origin = value.origin();
    return value.withOrigin(
        new Origin(origin.at(), new Step(why, origin.at(), origin.trail()), origin.valueMarks()));
  }

  private static Value asValue(Condition condition, Origin origin) {
    return Choices.of(
        condition, new Value.Bool(true, origin), new Value.Bool(false, origin), origin);
  }
}
