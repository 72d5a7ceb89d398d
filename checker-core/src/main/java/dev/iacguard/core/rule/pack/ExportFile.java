package dev.iacguard.core.rule.pack;

/**
 * A file of an exported policy.
 *
 * @param path relative, with {@code /} between folders
 */
public record ExportFile(String path, String text) {}
