package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Globals} section of a SAM template, merged as the translator does: mappings deeply,
 * lists one after the other, everything else (functions, too) as the resource says.
 */
final class SamGlobals {
  private final Node.Mapping section;

  SamGlobals(Node.Mapping section) {
    this.section = section;
  }

  /** The properties that a resource has in the end. */
  Node.Mapping merged(Declaration declaration) {
    String name = declaration.type().substring(Template.SERVERLESS.length());
    Node.Mapping global = without(section.mapping(name), declaration.body().get("IgnoreGlobals"));
    Node.Mapping local = declaration.properties();
    return global.entries().isEmpty() ? local : merged(global, local);
  }

  /** The value of a global property, or null. */
  @Nullable Node get(String type, String property) {
    return section.mapping(type).get(property);
  }

  private static Node.Mapping without(Node.Mapping global, @Nullable Node ignored) {
    if (ignored instanceof Node.Scalar all && all.text().equals("*")) {
      return Node.Mapping.empty(global.span());
    }
    if (!(ignored instanceof Node.Sequence names)) {
      return global;
    }
    List<Node.Entry> left = new ArrayList<>(global.entries());
    for (Node name : names.items()) {
      left.removeIf(entry -> name instanceof Node.Scalar text && text.text().equals(entry.key()));
    }
    return new Node.Mapping(left, global.span());
  }

  private static Node.Mapping merged(Node.Mapping global, Node.Mapping local) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    global.entries().forEach(entry -> entries.put(entry.key(), entry));
    for (Node.Entry own : local.entries()) {
      Node.Entry other = entries.get(own.key());
      entries.put(
          own.key(), other == null ? own : own.withValue(merged(other.value(), own.value())));
    }
    return new Node.Mapping(List.copyOf(entries.values()), local.span());
  }

  private static Node merged(Node global, Node local) {
    if (global instanceof Node.Mapping one
        && local instanceof Node.Mapping other
        && Call.of(one) == null
        && Call.of(other) == null) {
      return merged(one, other);
    }
    if (global instanceof Node.Sequence one && local instanceof Node.Sequence other) {
      List<Node> items = new ArrayList<>(one.items());
      items.addAll(other.items());
      return new Node.Sequence(List.copyOf(items), local.span());
    }
    return local;
  }
}
