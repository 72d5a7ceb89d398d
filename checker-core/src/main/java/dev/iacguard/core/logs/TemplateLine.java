package dev.iacguard.core.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line by a format that is text with variables in it. A value ends where the text behind
 * its variable is found.
 */
final class TemplateLine implements LineFormat {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:context|stageVariables)\\.[A-Za-z0-9_]+(?:\\.[A-Za-z0-9_-]+)*");

  private final String kind;
  private final FieldTable fields;
  private final byte[][] names;

  /** One more than there are names: before, between and behind them. */
  private final byte[][] literals;

  private TemplateLine(String kind, List<String> names, List<String> literals, FieldTable fields) {
    this.kind = kind;
    this.fields = fields;
    this.names = names.stream().map(TemplateLine::bytes).toArray(byte[][]::new);
    this.literals = literals.stream().map(TemplateLine::bytes).toArray(byte[][]::new);
  }

  /** Null when two variables follow each other, or there is none. */
  static @Nullable TemplateLine of(String kind, String format, FieldTable fields) {
    List<String> names = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(format);
    int end = 0;
    while (variable.find()) {
      literals.add(format.substring(end, variable.start()));
      names.add(variable.group());
      end = variable.end();
    }
    literals.add(format.substring(end).stripTrailing());
    boolean split =
        literals.subList(1, literals.size() - (names.isEmpty() ? 0 : 1)).stream()
            .noneMatch(String::isEmpty);
    return names.isEmpty() || names.size() > ParsedLine.MOST || !split
        ? null
        : new TemplateLine(kind, names, literals, fields);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, ParsedLine line) {
    line.clear();
    int at = from;
    if (!startsWith(literals[0], bytes, at, to)) {
      return line.fail(at, "it does not start as the format does");
    }
    int start = at;
    at += literals[0].length;
    for (int i = 0; i < names.length; i++) {
      byte[] behind = literals[i + 1];
      boolean last = i == names.length - 1;
      int end = last ? endOfLast(behind, bytes, at, to) : find(behind, bytes, at, to);
      if (end < 0) {
        return line.fail(at, "the text behind " + name(i) + " is missing");
      }
      int next = Math.min(end + behind.length, to);
      int number = fields.number(i, names[i], 0, names[i].length);
      line.add(number, at, end, next - start);
      start = next;
      at = next;
    }
    line.end = to;
    return true;
  }

  private String name(int i) {
    return new String(names[i], StandardCharsets.UTF_8);
  }

  private static int endOfLast(byte[] literal, byte[] bytes, int from, int to) {
    int end = to - literal.length;
    return end >= from && startsWith(literal, bytes, end, to) ? end : -1;
  }

  private static int find(byte[] literal, byte[] bytes, int from, int to) {
    for (int at = from; at <= to - literal.length; at++) {
      if (bytes[at] == literal[0] && startsWith(literal, bytes, at, to)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] literal, byte[] bytes, int at, int to) {
    if (literal.length > to - at) {
      return false;
    }
    for (int i = 0; i < literal.length; i++) {
      if (literal[i] != bytes[at + i]) {
        return false;
      }
    }
    return true;
  }
}
