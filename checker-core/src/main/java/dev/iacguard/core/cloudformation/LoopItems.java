package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that a loop goes through, each with the conditions under which it does. A parameter
 * with allowed values gives a list for each of them.
 */
final class LoopItems {
  private final Node.Mapping parameters;
  private final Map<String, List<Node>> conditions = new LinkedHashMap<>();

  /**
   * @param parameters the section of the template
   */
  private LoopItems(Node.Mapping parameters) {
    this.parameters = parameters;
  }

  /**
   * One value.
   *
   * @param when the condition under which the loop has it, as a template would write it; null when
   *     it always has
   */
  record Item(String value, @Nullable Node when) {}

  /** The values in order; null when they are not all known. */
  static @Nullable List<Item> of(Node collection, Value value, Node.Mapping parameters) {
    LoopItems items = new LoopItems(parameters);
    if (!items.add(value, List.of(), collection.span())) {
      return null;
    }
    items.addAllowed(collection, value);
    List<Item> all = new ArrayList<>();
    items.conditions.forEach(
        (item, when) -> {
          boolean always = when.stream().anyMatch(LoopItems::isEmpty);
          all.add(new Item(item, always ? null : call("Fn::Or", when, collection.span())));
        });
    return all;
  }

  private static boolean isEmpty(Node condition) {
    return condition instanceof Node.Mapping all && all.entries().isEmpty();
  }

  private boolean add(Value value, List<Node> when, Span at) {
    if (value instanceof Value.Choice choice) {
      Node condition = written(choice.condition(), at);
      return condition != null
          && add(choice.then(), and(when, condition), at)
          && add(choice.otherwise(), and(when, call("Fn::Not", List.of(condition), at)), at);
    }
    if (!(value instanceof Value.Sequence sequence) || sequence.open()) {
      return false;
    }
    for (Value element : sequence.elements()) {
      String item = Choices.scalar(element);
      if (item == null) {
        return false;
      }
      Node all = when.isEmpty() ? Node.Mapping.empty(at) : call("Fn::And", when, at);
      conditions.computeIfAbsent(item, key -> new ArrayList<>()).add(all);
    }
    return true;
  }

  /** A list may hold any of its allowed values instead of those of its default. */
  private void addAllowed(Node collection, Value value) {
    Call reference = Call.of(collection, "Ref");
    String name = reference == null ? null : reference.text();
    if (name != null
        && value.origin().valueMarks().defaults().contains(name)
        && parameters.mapping(name).get("AllowedValues") instanceof Node.Sequence allowed) {
      for (Node each : allowed.items()) {
        if (each instanceof Node.Scalar scalar && !conditions.containsKey(scalar.text())) {
          Node.Scalar flag =
              Node.Scalar.text(name + " has \"" + scalar.text() + "\"", scalar.span());
          conditions.put(scalar.text(), List.of(flag));
        }
      }
    }
  }

  private static List<Node> and(List<Node> conditions, Node more) {
    List<Node> all = new ArrayList<>(conditions);
    all.add(more);
    return all;
  }

  private static Node call(String function, List<Node> arguments, Span at) {
    return Node.Mapping.single(function, new Node.Sequence(List.copyOf(arguments), at), at);
  }

  /** A condition as a template would write it; null when it has no form there. */
  private @Nullable Node written(Condition condition, Span at) {
    return switch (condition) {
      case Condition.Equals equals when parameters.entry(equals.subject()) != null -> {
        Node subject = Node.Mapping.single("Ref", Node.Scalar.text(equals.subject(), at), at);
        yield call("Fn::Equals", List.of(subject, Node.Scalar.text(equals.value(), at)), at);
      }
      case Condition.Named named ->
          Node.Mapping.single("Condition", Node.Scalar.text(named.name(), at), at);
      case Condition.Not not -> {
        Node inner = written(not.inner(), at);
        yield inner == null ? null : call("Fn::Not", List.of(inner), at);
      }
      default -> null;
    };
  }

  /** An entry that is made under a condition, on top of its own. */
  static Node.Entry under(Node.Entry entry, Node when) {
    if (!(entry.value() instanceof Node.Mapping body)) {
      return entry;
    }
    Node.Entry own = body.entry("Condition");
    Node both =
        own == null
            ? when
            : call(
                "Fn::And",
                List.of(
                    own.value() instanceof Node.Scalar
                        ? Node.Mapping.single("Condition", own.value(), own.keySpan())
                        : own.value(),
                    when),
                when.span());
    return entry.withValue(body.with(new Node.Entry("Condition", entry.keySpan(), both)));
  }
}
