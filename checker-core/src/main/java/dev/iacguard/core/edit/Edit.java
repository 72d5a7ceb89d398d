package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;

/**
 * Replaces a range of a file.
 *
 * @param start offset of the first character, 0-based, in UTF-16 code units
 * @param end offset behind the last character that goes; equal to start for an insertion
 * @param text what stands there afterwards
 */
public record Edit(SourceFile file, int start, int end, String text) {
  public static Edit insert(SourceFile file, int at, String text) {
    return replace(file, at, at, text);
  }

  /**
   * @param text with {@code \n} at the ends of lines; it gets those of the file
   */
  public static Edit replace(SourceFile file, int start, int end, String text) {
    boolean windows = text.indexOf('\n') >= 0 && file.text().contains("\r\n");
    return new Edit(file, start, end, windows ? text.replace("\n", "\r\n") : text);
  }

  /**
   * Two edits clash when they change the same characters, or insert at the same place something
   * that is not lines of its own.
   */
  boolean clashesWith(Edit other) {
    boolean overlap = start < other.end() && other.start() < end;
    boolean together =
        start == other.start() && !(isLines() && other.isLines() && !opensLike(other));
    return file.path().equals(other.file().path()) && (overlap || together);
  }

  /** How far the first line that is inserted is from the margin, in characters. */
  int indent() {
    int at = text.startsWith(",") ? 1 : 0;
    while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
      at++;
    }
    int start = at;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - start;
  }

  /** Whether both begin with the same line: the same property or block would be there twice. */
  private boolean opensLike(Edit other) {
    return firstLine().equals(other.firstLine());
  }

  private String firstLine() {
    String inserted = text.startsWith(",") ? text.substring(1) : text;
    return inserted.strip().lines().findFirst().orElse("");
  }

  /** Lines of a list begin with the comma behind the one before. */
  private boolean isLines() {
    String lines = text.startsWith(",") ? text.substring(1) : text;
    return start == end
        && (lines.startsWith("\n") || lines.startsWith("\r\n") || text.endsWith("\n"));
  }
}
