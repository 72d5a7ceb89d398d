package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a template declares it, or as a transform generates it.
 *
 * @param span the whole declaration
 * @param header the logical id
 * @param body what stands under the logical id
 * @param generated null when it is written as what it is
 */
public record Declaration(
    String logicalId,
    String type,
    Span span,
    Span header,
    Node.Mapping body,
    @Nullable Maker generated) {

  /**
   * @param logicalId of the resource that is written
   * @param how as {@link dev.iacguard.core.model.Generated#how()}
   */
  public record Maker(String logicalId, String how) {}

  /** The resources of a section, by logical id; what has no type is none. */
  public static Map<String, Declaration> all(Node.Mapping resources) {
    Map<String, Declaration> all = new LinkedHashMap<>();
    for (Node.Entry entry : resources.entries()) {
      if (entry.value() instanceof Node.Mapping body && body.text("Type") != null) {
        all.put(entry.key(), written(entry, body, String.valueOf(body.text("Type"))));
      }
    }
    return all;
  }

  private static Declaration written(Node.Entry entry, Node.Mapping body, String type) {
    Span header = entry.keySpan();
    int end = Math.max(header.end(), body.span().end());
    Span span = new Span(header.file(), header.start(), end);
    return new Declaration(entry.key(), type, span, header, EitherProperties.in(body), null);
  }

  public Node.Mapping properties() {
    return body.mapping("Properties");
  }
}
