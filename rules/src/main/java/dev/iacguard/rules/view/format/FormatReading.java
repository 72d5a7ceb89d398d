package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a format's text, wherever it is written.
 *
 * @param kind what the log lines will look like
 * @param variables the variables with {@code $context.} in front, in order, each once
 * @param braced whether one is written in braces
 * @param objects whether every line is one JSON object, as far as it is known
 * @param members what the lines hold and what they call it; of lines that are no objects the
 *     variables, each by itself
 * @param size of one line
 */
record FormatReading(
    LogFormat.Kind kind,
    List<String> variables,
    boolean braced,
    boolean objects,
    Map<String, String> members,
    LineSize size) {

  static FormatReading of(Value.Text text) {
    Set<String> variables = new LinkedHashSet<>();
    StringBuilder known = new StringBuilder();
    boolean braced = false;
    List<TextPart> parts = text.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof TextPart.Literal literal) {
        Variables.find(literal.text(), i + 1 < parts.size(), variables);
        braced |= Variables.areBraced(literal.text());
        known.append(literal.text());
      } else {
        known.append(Variables.HOLE);
      }
    }
    LogFormat.Kind kind = FormatKind.of(known.toString());
    boolean json = kind == LogFormat.Kind.JSON;
    JsonLines lines = new JsonLines(text);
    return new FormatReading(
        kind,
        List.copyOf(variables),
        braced,
        json && lines.areObjects(),
        json ? lines.members() : each(variables),
        LineSize.of(text));
  }

  private static Map<String, String> each(Set<String> variables) {
    Map<String, String> members = new TreeMap<>();
    variables.forEach(variable -> members.put(variable, variable));
    return members;
  }
}
