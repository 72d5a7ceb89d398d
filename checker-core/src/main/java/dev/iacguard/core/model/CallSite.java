package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;

/**
 * What leads to a resource that is not declared in the root.
 *
 * @param label {@code module.orders["eu"]}, or the logical id of a nested stack
 * @param at the call's header
 */
public record CallSite(String label, Span at) {}
