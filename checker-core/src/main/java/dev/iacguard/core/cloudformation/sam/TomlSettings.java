package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads some settings of a TOML file: strings and lists of strings. The rest is passed over. */
final class TomlSettings {
  /** The line of a table. A line of a nested list is not one. */
  private static final Pattern HEADER = Pattern.compile("\\[\\[?([^\\[\\],]*)]?]\\s*(?:#.*)?");

  private final SourceFile file;
  private final List<String> keys;
  private final List<Problem> problems;

  /**
   * @param keys of the settings that are read
   * @param problems takes what is wrong with these
   */
  TomlSettings(SourceFile file, List<String> keys, List<Problem> problems) {
    this.file = file;
    this.keys = keys;
    this.problems = problems;
  }

  /**
   * @param section the name in brackets above it; {@code default} when there is none
   * @param words what is between blanks in a string, or the elements of a list
   * @param at the value
   */
  record Setting(String section, String key, List<String> words, Span at) {}

  void read(Consumer<Setting> found) {
    String text = file.text();
    String section = "default";
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.add(Problem.unreadable(file.span(nul, nul + 1), "a NUL character is not TOML"));
    }
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at);
      String line = text.substring(at, end).strip();
      int equals = text.indexOf('=', at);
      String key = equals < 0 || equals > end ? "" : text.substring(at, equals).strip();
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        section = header.group(1).strip().replace("\"", "");
      } else if (keys.contains(key)) {
        end = valueEnd(equals + 1);
        Span value = file.span(equals + 1, end);
        found.accept(new Setting(section, key, words(value.text()), value));
      }
      at = end + 1;
    }
  }

  /** A list and a string in three quotes may go over several lines. */
  private int valueEnd(int from) {
    String text = file.text();
    int line = lineEnd(from);
    String first = text.substring(from, line).strip();
    String close = "";
    if (first.startsWith("[")) {
      close = "]";
    } else if (first.startsWith("\"\"\"") || first.startsWith("'''")) {
      close = first.substring(0, 3);
    } else if (isOpen(first)) {
      problems.add(Problem.unreadable(file.span(from, line), "this string does not end"));
    }
    if (close.isEmpty()) {
      return line;
    }
    int start = text.indexOf(close.equals("]") ? "[" : close, from) + close.length();
    int end = text.indexOf(close, start);
    if (end < 0) {
      String what = close.equals("]") ? "list" : "string";
      problems.add(Problem.unreadable(file.span(from, line), "this " + what + " does not end"));
      return line;
    }
    return end + close.length();
  }

  private static boolean isOpen(String value) {
    char quote = value.isEmpty() ? ' ' : value.charAt(0);
    return (quote == '"' || quote == '\'') && value.indexOf(quote, 1) < 0;
  }

  private int lineEnd(int from) {
    int end = file.text().indexOf('\n', from);
    return end < 0 ? file.text().length() : end;
  }

  private static List<String> words(String written) {
    String value = written.strip();
    if (value.startsWith("[")) {
      int end = value.length() - (value.endsWith("]") ? 1 : 0);
      return split(value.substring(1, end), ", \t\r\n");
    }
    char quote = value.isEmpty() ? ' ' : value.charAt(0);
    boolean three = value.startsWith("\"\"\"") || value.startsWith("'''");
    int width = three ? 3 : 1;
    int last = value.lastIndexOf(quote) - width + 1;
    boolean quoted = (quote == '"' || quote == '\'') && last >= width;
    String inner = quoted ? value.substring(width, last) : value;
    return split(quote == '"' ? inner.replace("\\\"", "\"") : inner, " \t\r\n");
  }

  /** The words between separators; what is in quotes may hold these. */
  static List<String> split(String text, String separators) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == open) {
        open = 0;
      } else if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      } else if (open == 0 && separators.indexOf(c) >= 0) {
        words.add(word.toString());
        word.setLength(0);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words.stream().filter(each -> !each.isBlank()).toList();
  }
}
