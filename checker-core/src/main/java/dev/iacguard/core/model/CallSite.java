package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;

/**
 * What leads to a resource that is not declared in the root.
 *
 * @param label {@code module.orders["eu"]}, the logical id of a nested stack, or the path of the
 *     CDK construct that a resource is made from
 * @param at the call's header
 */
public record CallSite(String label, Span at) {}
