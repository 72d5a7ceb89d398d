package dev.iacguard.core.hcl;

/**
 * An object entry: {@code key = value} or {@code key : value}.
 *
 * @param key a {@link Expression.Name} here is the key's own text, not a reference; in parentheses
 *     it is one
 */
public record ObjectEntry(Expression key, Expression value, int start, int end) implements Node {}
