package dev.iacguard.core.rule.pack;

/**
 * A variable that an access log format can hold.
 *
 * @param name as a format has it, such as {@code $context.requestId}
 * @param open true when the code chooses how the name goes on
 * @param meaning a few words
 */
public record LogVariable(String name, boolean open, String meaning) {}
