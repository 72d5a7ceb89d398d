package dev.iacguard.core.source;

/**
 * Something that a walk found and could not look at.
 *
 * @param at an empty file that carries the path as shown
 * @param reason as a sentence without its subject and without a full stop
 * @param limit true when it is fine but goes beyond a limit
 */
public record Skipped(Kind kind, SourceFile at, String reason, boolean limit) {

  /** What was found. */
  public enum Kind {
    FOLDER,
    /** A symbolic link that leads to a folder that cannot be read. */
    FOLDER_LINK,
    FILE
  }
}
