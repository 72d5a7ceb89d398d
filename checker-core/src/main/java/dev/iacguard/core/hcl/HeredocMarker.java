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
    int at = spacesEnd(in, lineStart);
    int length = markerEnd - markerStart;
    if (!text.regionMatches(at, text, markerStart, length)) {
      return -1;
    }
    int stop = at + length;
    return in.charAt(spacesEnd(in, stop)) == '\n' ? stop : -1;
  }

  /** Where the spaces of a line end, its line break at the latest. */
  private static int spacesEnd(Cursor in, int from) {
    int at = from;
    while (in.charAt(at) != '\n' && Characters.isSpace(in.charAt(at)) && !in.isLoneReturn(at)) {
      at++;
    }
    return at;
  }
}
