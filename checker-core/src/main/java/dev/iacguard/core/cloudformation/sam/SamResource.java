package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SAM resource from which other resources are generated.
 *
 * @param properties with the {@code Globals} merged in
 */
record SamResource(Declaration declaration, Node.Mapping properties) {
  private static final List<String> PASSED_ON =
      List.of("Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");

  /** What a resource has beside its properties. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Metadata",
          "Connectors",
          "IgnoreGlobals");

  String logicalId() {
    return declaration.logicalId();
  }

  Span header() {
    return declaration.header();
  }

  /** True as the translator takes it: neither absent nor null nor empty. */
  boolean has(String property) {
    return switch (properties.get(property)) {
      case null -> false;
      case Node.Scalar scalar -> !scalar.text().isEmpty() && !scalar.text().equals("false");
      case Node.Sequence sequence -> !sequence.items().isEmpty();
      case Node.Mapping mapping -> !mapping.entries().isEmpty();
      case Node.Unresolved unresolved -> true;
    };
  }

  /** The text of a property, or null when it is absent or a function. */
  @Nullable String text(String property) {
    return properties.text(property);
  }

  /** The mapping of a property, empty when there is none. */
  Node.Mapping mapping(String property) {
    return properties.mapping(property);
  }

  Node.Scalar text(String value, Span span) {
    return Node.Scalar.text(value, span);
  }

  Node.Mapping reference(String target) {
    return Node.Mapping.single("Ref", Node.Scalar.text(target, header()), header());
  }

  /** The properties of these names, as far as they are there. */
  List<Node.Entry> copied(String... names) {
    List<Node.Entry> copied = new ArrayList<>();
    for (String name : names) {
      Node.Entry entry = properties.entry(name);
      if (entry != null) {
        copied.add(entry);
      }
    }
    return copied;
  }

  /**
   * The property of a name, or else what is written under one like it, which stays what it is: the
   * translator refuses it, and whoever misses the property can name it.
   */
  List<Node.Entry> copiedOrMisspelt(String name) {
    List<Node.Entry> copied = copied(name);
    String near =
        copied.isEmpty()
            ? Nearest.of(name, properties.entries().stream().map(Node.Entry::key).toList())
            : null;
    return near == null ? copied : copied(near);
  }

  Node.Entry entry(String key, Node value) {
    return new Node.Entry(key, header(), value);
  }

  /**
   * A resource that is made from this one.
   *
   * @param extra true for what nobody asked for
   */
  Declaration make(String id, String type, boolean extra, List<Node.Entry> madeProperties) {
    List<Node.Entry> body = new ArrayList<>();
    body.add(entry("Type", Node.Scalar.text(type, header())));
    for (String attribute : PASSED_ON) {
      Node.Entry passed = declaration.body().entry(attribute);
      if (passed != null) {
        body.add(passed);
      }
    }
    for (Node.Entry entry : declaration.body().entries()) {
      if (!ATTRIBUTES.contains(entry.key())) {
        // A property in the wrong place stays there, so that whoever misses it can say so.
        body.add(entry);
      }
    }
    Node.Entry dependsOn = declaration.body().entry("DependsOn");
    // Only what takes the place of the written resource waits for what that one waits for.
    if (dependsOn != null && id.equals(logicalId())) {
      body.add(dependsOn);
    }
    body.add(entry("Properties", new Node.Mapping(madeProperties, header())));
    Declaration.Maker own = declaration.generated();
    String how = extra ? "sam-extra" : own == null ? "sam" : own.how();
    return new Declaration(
        id,
        type,
        declaration.span(),
        header(),
        new Node.Mapping(body, declaration.body().span()),
        new Declaration.Maker(logicalId(), how));
  }
}
