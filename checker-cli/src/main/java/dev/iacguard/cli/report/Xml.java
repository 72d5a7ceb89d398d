package dev.iacguard.cli.report;

import java.io.IOException;
import java.io.Writer;

/** Writes XML 1.0. What it cannot hold (control characters, halves of characters) is replaced. */
public final class Xml {
  private static final char REPLACEMENT = '\uFFFD';

  private final Writer out;

  Xml(Writer out) throws IOException {
    this.out = out;
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  void open(String name, String... attributes) throws IOException {
    start(name, attributes);
    out.write(">\n");
  }

  void close(String name) throws IOException {
    out.write("</" + name + ">\n");
  }

  void empty(String name, String... attributes) throws IOException {
    start(name, attributes);
    out.write("/>\n");
  }

  void text(String name, String text, String... attributes) throws IOException {
    start(name, attributes);
    out.write('>' + escaped(text) + "</" + name + ">\n");
  }

  private void start(String name, String... attributes) throws IOException {
    out.write('<' + name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.write(' ' + attributes[i] + "=\"");
      out.write(escaped(attributes[i + 1]).replace("\n", "&#10;").replace("\t", "&#9;"));
      out.write('"');
    }
  }

  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      switch (codePoint) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\r' -> escaped.append("&#13;");
        case '#' -> escaped.append(text.startsWith("#", i) ? "&#35;" : "#");
        default -> escaped.appendCodePoint(isAllowed(codePoint) ? codePoint : REPLACEMENT);
      }
    }
    return escaped.toString();
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || (codePoint >= ' ' && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
