package dev.iacguard.cli.change;

import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Identifies a piece of code by the head of its first line and the heads of the blocks around it,
 * so that it is recognised after other lines have changed. Indentation shows the blocks.
 */
final class Outline {
  private static final String VALUE = "{=:#";

  private Outline() {}

  /**
   * {@code resource "aws_cloudwatch_log_group" "a" / retention_in_days}; empty for a whole file.
   */
  static String of(Span code) {
    SourceFile file = code.file();
    if (code.start() == 0 && code.end() >= file.text().stripTrailing().length()) {
      return "";
    }
    Deque<String> heads = new ArrayDeque<>();
    int number = code.line();
    String line = file.line(number);
    int indent = indent(line);
    heads.add(head(line));
    while (indent > 0 && --number > 0) {
      line = file.line(number);
      if (indent(line) < indent && !isBlank(line)) {
        indent = indent(line);
        heads.addFirst(head(line));
      }
    }
    return String.join(" / ", heads);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static boolean isBlank(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("//");
  }

  private static String head(String line) {
    String text = line.strip();
    int end = 0;
    while (end < text.length() && VALUE.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end).strip();
  }
}
