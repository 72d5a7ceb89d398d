package dev.iacguard.core.edit;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.source.Span;

/**
 * A resource as the code declares it. It keeps nothing of the stack alive.
 *
 * @param type as {@link Resource#type()}
 * @param span the whole declaration
 * @param header as {@link Resource#header()}
 */
public record Target(String type, Span span, Span header) {

  public static Target of(Resource resource) {
    return new Target(resource.type(), resource.span(), resource.header());
  }
}
