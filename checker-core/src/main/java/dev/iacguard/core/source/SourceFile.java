package dev.iacguard.core.source;

import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read: a whole file, or a piece of one that is too large to be held. Immutable
 * apart from the line table, which is made on first use.
 *
 * <p>Two files are equal only when they are the same object.
 */
public final class SourceFile {
  private static final Reference<@Nullable Object> NOTHING = new WeakReference<>(null);

  /** In characters. */
  private static final int LARGE = 1 << 18;

  private final String path;
  private final String text;
  private final int firstLine;
  private final int firstColumn;
  private final boolean quotable;
  private final @Nullable Map<Class<?>, Object> derived;
  private volatile int @Nullable [] lineStarts;
  private volatile Reference<@Nullable Object> recalled = NOTHING;
  private volatile Reference<@Nullable Object> lent = NOTHING;

  /**
   * @param path as shown to people and written to reports, with {@code /} between names
   * @param text the whole content, without byte order mark
   */
  public SourceFile(String path, String text) {
    this(path, text, 1, 1, true, null);
  }

  private SourceFile(
      String path,
      String text,
      int firstLine,
      int firstColumn,
      boolean quotable,
      @Nullable Map<Class<?>, Object> derived) {
    this.path = path;
    this.text = text;
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
    this.quotable = quotable;
    this.derived = derived;
  }

  /**
   * A piece of a file. Offsets count from its start, lines and columns from the file's.
   *
   * @param text the piece
   * @param line where it starts, 1-based
   * @param column where it starts, 1-based
   */
  public static SourceFile piece(String path, String text, int line, int column) {
    return new SourceFile(path, text, line, column, true, null);
  }

  /** The same text, of which reports show no line: a file of another kind under this name. */
  public SourceFile unquotable() {
    return new SourceFile(path, text, firstLine, firstColumn, false, null);
  }

  /** The same text, which keeps what is made of it: for trees that are judged again and again. */
  public SourceFile keeping() {
    return new SourceFile(path, text, firstLine, firstColumn, quotable, new ConcurrentHashMap<>());
  }

  /**
   * What is made of this file alone, such as its syntax tree. Made anew each time, or once where
   * the file is {@link #keeping()}.
   *
   * @param kind tells apart what is kept; immutable
   */
  public <T> T derive(Class<T> kind, Supplier<T> make) {
    Map<Class<?>, Object> kept = derived;
    if (kept == null) {
      return make.get();
    }
    @Nullable Object known = kept.get(kind);
    if (known == null) {
      known = make.get();
      kept.put(kind, known);
    }
    return kind.cast(known);
  }

  /**
   * Like {@link #derive}, for what is made after a file was judged: what was made last is used
   * again while there is room for it.
   */
  public <T> T recall(Class<T> kind, Supplier<T> make) {
    @Nullable Object known = recalled.get();
    if (kind.isInstance(known)) {
      return kind.cast(known);
    }
    T made = make.get();
    recalled = text.length() < LARGE ? new WeakReference<>(made) : new SoftReference<>(made);
    return made;
  }

  /** Lets others use what was made of this file, for as long as something holds it. */
  public void lend(Object made) {
    lent = new WeakReference<>(made);
  }

  /**
   * True while what was lent is held, but may be gone later: a {@link #keeping()} file keeps it.
   */
  public boolean isLentForNow() {
    return derived == null && lent.get() != null;
  }

  /** What was lent and is still held; null when there is nothing of this kind. */
  public <T> @Nullable T lent(Class<T> kind) {
    @Nullable Object held = lent.get();
    return kind.isInstance(held) ? kind.cast(held) : null;
  }

  /** Another text that this file holds in some form; reports show it only where they show this. */
  public SourceFile withText(String other) {
    return new SourceFile(path, other, 1, 1, quotable, null);
  }

  /** Whether reports may show lines of it. */
  public boolean isQuotable() {
    return quotable;
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /** The file's name, without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /** The whole file. */
  public Span all() {
    return new Span(this, 0, text.length());
  }

  /** Line and column of an offset; an offset behind the end is taken for the end. */
  public Position positionAt(int offset) {
    int at = Math.clamp(offset, 0, text.length());
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, at);
    int line = found >= 0 ? found : -found - 2;
    int column = at - starts[line] + (line == 0 ? firstColumn : 1);
    return new Position(at, line + firstLine, column);
  }

  /**
   * A line's characters without its end, as far as the text has them; {@code line} is 1-based in
   * the text and at most {@link #lines()}.
   */
  public String line(int line) {
    int[] starts = lineStarts();
    int from = starts[line - 1];
    int to = line < starts.length ? starts[line] : text.length();
    while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
      to--;
    }
    return text.substring(from, to);
  }

  /** A line of the file without its end, as far as the text has it. */
  public Span lineSpan(int line) {
    int start = lineStarts()[line - firstLine];
    return span(start, start + line(line - firstLine + 1).length());
  }

  /** The offset where the line of an offset starts, as far as the text has it. */
  public int lineStart(int offset) {
    return lineStarts()[positionAt(offset).line() - firstLine];
  }

  /** The offset behind the line of an offset, in front of its line end. */
  public int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    int at = end < 0 ? text.length() : end;
    return at > offset && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }

  /** The line of an offset, 1-based. */
  public int lineAt(int offset) {
    return positionAt(offset).line();
  }

  /** The white space in front of an offset in its line; for other characters as many spaces. */
  public String indent(int offset) {
    String before = text.substring(lineStart(offset), offset);
    return before.isBlank() ? before : " ".repeat(before.length());
  }

  /** Whether the first character that is no white space opens a brace, as in JSON. */
  public boolean startsWithBrace() {
    return startsWithBrace(text);
  }

  /** The same of a text, which may be the start of a file. */
  public static boolean startsWithBrace(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '{';
  }

  /** How many lines there are, at least one. */
  public int lines() {
    return lineStarts().length;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path;
  }
}
