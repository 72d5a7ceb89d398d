package dev.iacguard.core.hcl;

import org.jspecify.annotations.Nullable;

/** A piece of a template before directives are nested around what they enclose. */
sealed interface Piece {

  /**
   * Literal text: the characters of {@code source} between {@code from} and {@code to}. In heredocs
   * and bare templates every line is a piece of its own.
   *
   * @param source the file's text, or the unescaped text when it holds escapes
   * @param start where it stands in the file, trimmed or not
   */
  record Literal(String source, int from, int to, int start, int end) implements Piece {

    Literal trimStart() {
      int at = from;
      while (at < to && Characters.isSpace(source.charAt(at))) {
        at++;
      }
      return withRange(at, to);
    }

    Literal trimEnd() {
      int at = to;
      while (at > from && Characters.isSpace(source.charAt(at - 1))) {
        at--;
      }
      return withRange(from, at);
    }

    Literal withoutFirst(int characters) {
      return withRange(from + characters, to);
    }

    boolean endsLine() {
      return to > from && source.charAt(to - 1) == '\n';
    }

    private Literal withRange(int newFrom, int newTo) {
      return new Literal(source, newFrom, newTo, start, end);
    }
  }

  /** An interpolation. */
  record Hole(TemplatePart.Interpolation part) implements Piece {}

  /** {@code %{if}} or {@code %{for}}; the names are there for the latter only. */
  record Opening(
      @Nullable String keyName,
      @Nullable String valueName,
      Expression expression,
      int start,
      int end)
      implements Piece {}

  /** {@code %{else}}, {@code %{endif}} or {@code %{endfor}}. */
  record Closing(String keyword, int start, int end) implements Piece {}
}
