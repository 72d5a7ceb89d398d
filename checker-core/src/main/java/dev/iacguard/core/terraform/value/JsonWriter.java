package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;

/**
 * Writes values as JSON as Terraform does: names sorted, no spaces, {@code <}, {@code >} and {@code
 * &} escaped. What is unknown leaves a hole; the text around it stays.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private JsonWriter() {}

  /** Stops in the middle of a text that gets too long. */
  public static void write(Value value, TextBuilder json) {
    json.marked(value.origin().valueMarks());
    switch (value) {
      case Value.Null none -> json.add("null");
      case Value.Bool bool -> json.add(bool.value() ? "true" : "false");
      case Value.Numeric number -> json.add(Numbers.text(number.value()));
      case Value.Text text -> writeText(text, json);
      case Value.Sequence list -> writeList(list, json);
      case Value.Mapping map -> writeObject(map, json);
      case Value.Choice choice -> json.add(new TextPart.Hole(encoded(choice)));
      case Value.Unknown unknown -> json.add(new TextPart.Hole(unknown));
    }
  }

  /** The choice between the encoded arms. */
  private static Value encoded(Value value) {
    if (value instanceof Value.Choice choice) {
      return new Value.Choice(
          choice.condition(), encoded(choice.then()), encoded(choice.otherwise()), choice.origin());
    }
    TextBuilder json = new TextBuilder();
    write(value, json);
    return json.build(value.origin());
  }

  private static void writeText(Value.Text text, TextBuilder json) {
    json.add("\"");
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Literal literal -> json.add(escape(literal.text()));
        case TextPart.Hole hole -> json.add(hole);
      }
    }
    json.add("\"");
  }

  private static void writeList(Value.Sequence list, TextBuilder json) {
    json.add("[");
    String between = "";
    for (Value element : list.elements()) {
      json.add(between);
      write(element, json);
      between = ",";
      if (json.length() > EvaluationBudget.MAX_TEXT) {
        return;
      }
    }
    addMore(list, list.open(), json);
    json.add("]");
  }

  private static void writeObject(Value.Mapping map, TextBuilder json) {
    json.add("{");
    String between = "";
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      json.add(between).add("\"").add(escape(entry.getKey())).add("\":");
      write(entry.getValue(), json);
      between = ",";
      if (json.length() > EvaluationBudget.MAX_TEXT) {
        return;
      }
    }
    addMore(map, map.open(), json);
    json.add("}");
  }

  private static void addMore(Value collection, boolean open, TextBuilder json) {
    if (open) {
      json.add(
          new TextPart.Hole(
              Derived.unknown("more elements", collection.origin(), List.of(collection))));
    }
  }

  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        case '\b' -> escaped.append("\\b");
        case '\f' -> escaped.append("\\f");
        case '<', '>', '&', '\u2028', '\u2029' -> appendUnicode(escaped, c);
        default -> {
          if (c < ' ') {
            appendUnicode(escaped, c);
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  private static void appendUnicode(StringBuilder escaped, char c) {
    escaped
        .append("\\u")
        .append(HEX.charAt((c >> 12) & 15))
        .append(HEX.charAt((c >> 8) & 15))
        .append(HEX.charAt((c >> 4) & 15))
        .append(HEX.charAt(c & 15));
  }
}
