package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;
import java.util.regex.Pattern;

/**
 * Replaces a range of a file.
 *
 * @param start offset of the first character, 0-based, in UTF-16 code units
 * @param end offset behind the last character that goes; equal to start for an insertion
 * @param text what stands there afterwards
 * @param member whether it adds members or items, each behind a comma, to those of a line
 */
public record Edit(SourceFile file, int start, int end, String text, boolean member) {
  private static final Pattern KEY_END = Pattern.compile("[:=]");

  public static Edit insert(SourceFile file, int at, String text) {
    return replace(file, at, at, text);
  }

  /**
   * Adds to an object or list of one line.
   *
   * @param at behind the last member or item
   * @param text without the comma in front
   */
  public static Edit member(SourceFile file, int at, String text) {
    return new Edit(file, at, at, ", " + text, true);
  }

  /**
   * @param text with {@code \n} at the ends of lines; it gets those of the file
   */
  public static Edit replace(SourceFile file, int start, int end, String text) {
    boolean windows = text.indexOf('\n') >= 0 && file.text().contains("\r\n");
    return new Edit(file, start, end, windows ? text.replace("\n", "\r\n") : text, false);
  }

  /**
   * Two edits clash when they change the same characters, or insert at the same place something
   * that is neither lines of its own nor members.
   */
  boolean clashesWith(Edit other) {
    boolean overlap = start < other.end() && other.start() < end;
    boolean beside = (isLines() && other.isLines()) || (member && other.member());
    boolean together = start == other.start() && (!beside || opensLike(other));
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

  /** Whether both begin with the same key or line: the property or block would be there twice. */
  private boolean opensLike(Edit other) {
    return opening().equals(other.opening());
  }

  /** The first line; of members, the first key. */
  private String opening() {
    String inserted = text.startsWith(",") ? text.substring(1) : text;
    String line = inserted.strip().lines().findFirst().orElse("");
    return member ? KEY_END.split(line, 2)[0] : line;
  }

  /** Lines of a list begin with the comma behind the one before. */
  private boolean isLines() {
    String lines = text.startsWith(",") ? text.substring(1) : text;
    return start == end
        && (lines.startsWith("\n") || lines.startsWith("\r\n") || text.endsWith("\n"));
  }
}
