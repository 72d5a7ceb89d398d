package dev.iacguard.core.engine.fix;

/**
 * The text of a file.
 *
 * @param before as it was judged first
 * @param after with all edits
 */
public record EditedText(String before, String after) {}
