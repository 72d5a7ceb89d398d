package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;

/**
 * A module call or nested stack through which a resource is declared.
 *
 * @param label {@code module.orders["eu"]}, the logical id of a nested stack, or the path of the
 *     CDK construct that a resource is made from
 * @param at the call's header
 * @param kind what leads to the resource
 */
public record CallSite(String label, Span at, Kind kind) {
  /** What can lead to a resource. */
  public enum Kind {
    /** A module call or a nested stack. */
    CALL,
    /** A CDK construct. */
    CONSTRUCT
  }

  /** A module call or a nested stack. */
  public CallSite(String label, Span at) {
    this(label, at, Kind.CALL);
  }
}
