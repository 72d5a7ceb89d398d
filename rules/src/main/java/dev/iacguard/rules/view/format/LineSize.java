package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates how many bytes one request writes.
 *
 * @param bytes with the overhead of an event
 * @param fields how much of that each variable's value is, the most first
 */
public record LineSize(int bytes, List<Field> fields) {
  /** What CloudWatch Logs counts for an event beside its text (PutLogEvents). */
  private static final int EVENT = 26;

  /** For what no table has. */
  private static final int USUAL = 20;

  /**
   * @param variable with {@code $context.} in front
   */
  public record Field(String variable, int bytes) {}

  /** Unknown pieces are taken to be short. */
  static LineSize of(Value.Text format) {
    int fixed = EVENT;
    Map<String, Integer> fields = new LinkedHashMap<>();
    for (TextPart part : format.parts()) {
      if (part instanceof TextPart.Literal literal) {
        fixed += add(literal.text(), fields);
      } else {
        fixed += USUAL;
      }
    }
    List<Field> sorted = new ArrayList<>();
    fields.forEach((variable, bytes) -> sorted.add(new Field(variable, bytes)));
    sorted.sort(Order.byInt(field -> -field.bytes()));
    int values = sorted.stream().mapToInt(Field::bytes).sum();
    return new LineSize(fixed + values, List.copyOf(sorted));
  }

  /** Adds up the variables of a text; what is left of it is the answer. */
  private static int add(String text, Map<String, Integer> fields) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int end = Variables.endOfName(text, i);
      if (end > i) {
        String variable = text.substring(i, end);
        fields.merge(variable, bytes(variable), Integer::sum);
        i = end;
      } else {
        rest.append(text.charAt(i++));
      }
    }
    return rest.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static int bytes(String variable) {
    ContextVariable known =
        ContextVariables.find(variable.substring(ContextVariable.PREFIX.length()));
    return known == null ? USUAL : known.bytes();
  }
}
