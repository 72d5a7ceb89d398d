package dev.iacguard.core.hcl;

/**
 * A label of a block.
 *
 * @param text unescaped, without quotes
 */
public record Label(String text, boolean quoted, int start, int end) implements Node {}
