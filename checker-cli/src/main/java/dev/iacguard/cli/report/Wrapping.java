package dev.iacguard.cli.report;

/** Breaks a line at spaces so that it fits a terminal. */
final class Wrapping {
  private Wrapping() {}

  /**
   * A word that is too long for any line stays whole: an address or a path is for copying.
   *
   * @param used columns that the first line has already
   * @param indent spaces in front of every other line
   */
  static String of(String text, int columns, int used, int indent) {
    if (used + Printable.width(text) <= columns) {
      return text;
    }
    StringBuilder lines = new StringBuilder(text.length() + 16);
    int column = used;
    boolean begun = false;
    for (String word : text.split(" ")) {
      int width = Printable.width(word);
      if (word.isEmpty() && column + 1 > columns) {
        continue;
      }
      if (begun && column + 1 + width > columns) {
        lines.append('\n').repeat(' ', indent);
        column = indent;
      } else if (begun) {
        lines.append(' ');
        column++;
      }
      lines.append(word);
      column += width;
      begun = true;
    }
    return lines.toString();
  }
}
