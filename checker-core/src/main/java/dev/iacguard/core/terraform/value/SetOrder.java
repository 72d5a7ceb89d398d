package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.Comparator;
import java.util.Map;

/** Compares and sorts the elements of a set as Terraform does. Only for known values. */
public final class SetOrder {
  private SetOrder() {}

  /** Texts by code point, as their UTF-8 bytes sort. */
  static final Comparator<String> BY_CODE_POINT =
      (left, right) -> {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
          char a = left.charAt(i);
          char b = right.charAt(i);
          if (a != b) {
            return Character.isSurrogate(a) == Character.isSurrogate(b)
                ? Character.compare(a, b)
                : Character.isSurrogate(a) ? 1 : -1;
          }
        }
        return Integer.compare(left.length(), right.length());
      };

  /** The order of a set that has such elements. */
  public static Comparator<Value> of(Value sample) {
    return switch (sample) {
      case Value.Numeric number ->
          (left, right) ->
              left instanceof Value.Numeric a && right instanceof Value.Numeric b
                  ? a.value().compareTo(b.value())
                  : 0;
      case Value.Text text -> SetOrder::compareTexts;
      case Value.Bool bool -> SetOrder::compareTexts;
      // Lists and objects are sorted by a text that Terraform makes of them.
      default -> (left, right) -> BY_CODE_POINT.compare(sortKey(left), sortKey(right));
    };
  }

  private static int compareTexts(Value left, Value right) {
    return BY_CODE_POINT.compare(
        String.valueOf(Conversions.knownText(left)), String.valueOf(Conversions.knownText(right)));
  }

  /** Equal for equal elements of one set only. */
  public static String identity(Value element) {
    String text = Conversions.knownText(element);
    if (text != null) {
      return text;
    }
    TextBuilder json = new TextBuilder();
    JsonWriter.write(element, json);
    StringBuilder identity = new StringBuilder();
    for (TextPart part : json.build(element.origin()).parts()) {
      if (part instanceof TextPart.Literal literal) {
        identity.append(literal.text());
      }
    }
    return identity.toString();
  }

  private static String sortKey(Value element) {
    StringBuilder key = new StringBuilder();
    append(element, key);
    return key.toString();
  }

  private static void append(Value value, StringBuilder key) {
    switch (value) {
      case Value.Null none -> key.append('~');
      case Value.Numeric number -> key.append(NumberFormat.general(number.value(), 10, false));
      case Value.Bool bool -> key.append(bool.value() ? 'T' : 'F');
      case Value.Text text -> GoQuoting.append(String.valueOf(text.known()), key);
      case Value.Sequence list -> {
        boolean tuple = list.kind() == Value.Sequence.Kind.TUPLE;
        key.append(tuple ? '<' : '[');
        for (Value element : list.elements()) {
          append(element, key);
          key.append(';');
        }
        key.append(tuple ? '>' : ']');
      }
      case Value.Mapping map -> {
        key.append(map.typed() ? '{' : '<');
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
          if (map.typed()) {
            GoQuoting.append(entry.getKey(), key);
            key.append(':');
          }
          append(entry.getValue(), key);
          key.append(';');
        }
        key.append(map.typed() ? '}' : '>');
      }
      case Value.Choice choice -> key.append('?');
      case Value.Unknown unknown -> key.append('?');
    }
  }
}
