package dev.iacguard.core.rule.pack;

/**
 * A file that a command writes.
 *
 * @param path relative, with {@code /} between folders
 */
public record NewFile(String path, String text) {}
