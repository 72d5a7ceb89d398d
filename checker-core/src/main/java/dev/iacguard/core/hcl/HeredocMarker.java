package dev.iacguard.core.hcl;

/** Finds the line that ends a heredoc. */
final class HeredocMarker {
  private HeredocMarker() {}

  /**
   * Offset behind the marker when the line at {@code lineStart} holds nothing but it and spaces,
   * otherwise -1. The last line of a file ends no heredoc unless a line break follows it.
   */
  static int end(Cursor in, int lineStart, int markerStart, int markerEnd) {
    String text = in.text;
    int at = lineStart;
    while (at < in.end && text.charAt(at) != '\n' && Characters.isSpace(text.charAt(at))) {
      at++;
    }
    int length = markerEnd - markerStart;
    if (!text.regionMatches(at, text, markerStart, length)) {
      return -1;
    }
    int stop = at + length;
    at = stop;
    while (at < in.end && text.charAt(at) != '\n' && Characters.isSpace(text.charAt(at))) {
      at++;
    }
    return at < in.end && text.charAt(at) == '\n' ? stop : -1;
  }
}
