package dev.iacguard.core.source;

/**
 * A line and column in a text.
 *
 * @param offset 0-based, in UTF-16 code units
 * @param line 1-based
 * @param column 1-based, in UTF-16 code units
 */
public record Position(int offset, int line, int column) {}
