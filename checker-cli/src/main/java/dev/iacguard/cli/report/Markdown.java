package dev.iacguard.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Escapes text for GitHub's Markdown, inside a line. */
public final class Markdown {
  /** What means something inside a line wherever it stands. */
  private static final String SPECIAL = "\\`*_[]<>|~&$#";

  private Markdown() {}

  /** Foreign text as text: nothing in it is markup, a link, a mention or a line of its own. */
  public static String text(String text) {
    // The comment keeps a name behind the sign from being told of this.
    return escaped(text, "&#64;<!-- -->");
  }

  /** Foreign text as code. */
  public static String code(String text) {
    return "<code>" + escaped(text, "&#64;") + "</code>";
  }

  /**
   * Foreign text as a block of code inside a list item.
   *
   * @param indent in front of each line
   */
  static String block(String text, String indent) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    StringBuilder block = new StringBuilder("\n" + indent + fence + "\n");
    for (String line : text.lines().toList()) {
      block.append(line.isEmpty() ? "" : indent).append(Printable.line(line)).append('\n');
    }
    return block.append(indent).append(fence).append("\n\n").toString();
  }

  private static String escaped(String text, String at) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    String line = Printable.line(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '@') {
        escaped.append(at);
      } else if (SPECIAL.indexOf(c) >= 0 || startsLink(line, i) || isIssue(line, i)) {
        escaped.append("&#").append((int) c).append(';');
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The colon of {@code http://} and of an emoji's name, the first point of {@code www.}. */
  private static boolean startsLink(String text, int at) {
    char c = text.charAt(at);
    return c == ':'
        ? at + 1 < text.length() && text.charAt(at + 1) != ' '
        : c == '.' && at > 0 && Character.toLowerCase(text.charAt(at - 1)) == 'w';
  }

  /** The dash of {@code GH-12}. */
  private static boolean isIssue(String text, int at) {
    return text.charAt(at) == '-' && at >= 2 && text.regionMatches(true, at - 2, "GH", 0, 2);
  }

  /**
   * A table whose first column is code.
   *
   * @param head words of our own
   */
  public static void table(List<String> head, List<List<String>> rows, Writer out)
      throws IOException {
    out.write("| " + String.join(" | ", head) + " |\n");
    out.write("|---".repeat(head.size()) + "|\n");
    for (List<String> row : rows) {
      out.write("| " + code(row.get(0)));
      for (String cell : row.subList(1, row.size())) {
        out.write(" | " + text(cell));
      }
      out.write(" |\n");
    }
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
