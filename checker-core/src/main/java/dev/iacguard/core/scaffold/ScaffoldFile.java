package dev.iacguard.core.scaffold;

/**
 * A file of new code.
 *
 * @param path relative, with {@code /} between folders
 */
public record ScaffoldFile(String path, String text) {}
