package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.Map;

/** Writes values as one line of JSON with a hole for each unknown piece. */
final class JsonText {
  private JsonText() {}

  private static Value of(Value value) {
    TextBuilder text = new TextBuilder();
    write(value, text);
    return text.build(value.origin());
  }

  static void write(Value value, TextBuilder out) {
    out.marked(value.origin().valueMarks());
    switch (value) {
      case Value.Text text -> {
        out.add("\"");
        for (TextPart part : text.parts()) {
          if (part instanceof TextPart.Literal literal) {
            out.add(escaped(literal.text()));
          } else {
            out.add(part);
          }
        }
        out.add("\"");
      }
      case Value.Numeric number -> out.add(Numbers.text(number.value()));
      case Value.Bool bool -> out.add(bool.value() ? "true" : "false");
      case Value.Null none -> out.add("null");
      case Value.Sequence sequence -> {
        String separator = "[";
        for (Value element : sequence.elements()) {
          out.add(separator);
          write(element, out);
          separator = ",";
        }
        out.add(sequence.elements().isEmpty() ? "[]" : "]");
      }
      case Value.Mapping mapping -> mapping(mapping, out);
      case Value.Choice choice -> out.add(new TextPart.Hole(Choices.map(choice, JsonText::of)));
      case Value.Unknown unknown -> out.add("\"").add(new TextPart.Hole(unknown)).add("\"");
    }
  }

  /** An entry that is nothing is left out, as {@code AWS::NoValue} is. */
  private static void mapping(Value.Mapping mapping, TextBuilder out) {
    out.add("{");
    boolean first = true;
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      if (!(entry.getValue() instanceof Value.Null)) {
        out.add(first ? "\"" : ",\"").add(escaped(entry.getKey())).add("\":");
        write(entry.getValue(), out);
        first = false;
      }
    }
    out.add("}");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }
}
