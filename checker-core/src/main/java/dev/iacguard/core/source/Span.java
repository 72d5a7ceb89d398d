package dev.iacguard.core.source;

import java.util.Comparator;

/**
 * A range of a file. Holds offsets only; line and column are computed on demand.
 *
 * @param start offset of the first character, 0-based, in UTF-16 code units
 * @param end offset behind the last character
 */
public record Span(SourceFile file, int start, int end) {
  /** By path, then by where they start. */
  public static final Comparator<Span> BY_START = Span::compareStarts;

  private static int compareStarts(Span one, Span other) {
    boolean same = one.path().equals(other.path());
    int order = same ? 0 : one.path().compareTo(other.path());
    return order == 0 ? Integer.compare(one.start, other.start) : order;
  }

  public Position from() {
    return file.positionAt(start);
  }

  /** The position behind the last character. */
  public Position to() {
    return file.positionAt(end);
  }

  public String path() {
    return file.path();
  }

  public int line() {
    return from().line();
  }

  /** Whether it holds an offset in a file, or ends there. */
  public boolean touches(String path, int offset) {
    return path().equals(path) && start <= offset && offset <= end;
  }

  /** The characters of this span. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** {@code path:line}, as people write it. */
  @Override
  public String toString() {
    return path() + ":" + line();
  }
}
