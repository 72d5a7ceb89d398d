package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves an {@code Fn::If} around all properties of a resource into each of them: {@code {Fn::If:
 * [C, {A: 1}, {A: 2, B: 3}]}} is {@code {A: {Fn::If: [C, 1, 2]}, B: {Fn::If: [C, AWS::NoValue,
 * 3]}}}.
 */
final class EitherProperties {
  private static final String IF = "Fn::If";
  private static final String NO_VALUE = "AWS::NoValue";

  private EitherProperties() {}

  /** The body of a resource with what its properties are, one by one, as far as that is written. */
  static Node.Mapping in(Node.Mapping body) {
    Node.Entry properties = body.entry("Properties");
    if (properties == null || Call.of(properties.value(), IF) == null) {
      return body;
    }
    Node.Mapping each = each(properties.value());
    return each == null ? body : body.with(properties.withValue(each));
  }

  private static Node.@Nullable Mapping each(Node node) {
    Call call = Call.of(node);
    if (call == null) {
      return node instanceof Node.Mapping mapping && hasNoCalls(mapping) ? mapping : null;
    }
    if (call.name().equals("Ref") && NO_VALUE.equals(call.text())) {
      return Node.Mapping.empty(call.span());
    }
    List<Node> arguments = call.list();
    if (!call.name().equals(IF) || arguments.size() != 3) {
      return null;
    }
    Node.Mapping then = each(arguments.get(1));
    Node.Mapping otherwise = each(arguments.get(2));
    return then == null || otherwise == null ? null : each(arguments.get(0), then, otherwise, node);
  }

  private static Node.Mapping each(
      Node condition, Node.Mapping then, Node.Mapping otherwise, Node whole) {
    Map<String, Node.Entry> all = new LinkedHashMap<>();
    then.entries().forEach(entry -> all.put(entry.key(), entry));
    otherwise.entries().forEach(entry -> all.putIfAbsent(entry.key(), entry));
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : all.values()) {
      Span at = entry.value().span();
      Node choice =
          new Node.Sequence(
              List.of(condition, in(then, entry.key(), at), in(otherwise, entry.key(), at)), at);
      entries.add(entry.withValue(Node.Mapping.single(IF, choice, at)));
    }
    return new Node.Mapping(entries, whole.span());
  }

  private static Node in(Node.Mapping arm, String key, Span at) {
    Node value = arm.get(key);
    return value == null ? Node.Mapping.single("Ref", Node.Scalar.text(NO_VALUE, at), at) : value;
  }

  private static boolean hasNoCalls(Node.Mapping mapping) {
    return mapping.entries().stream().noneMatch(entry -> entry.key().startsWith("Fn::"));
  }
}
