package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.JsonWriter;
import java.util.stream.Collectors;

/**
 * Values and their types as text: {@code L[…]} a list, {@code S[…]} a set, {@code T[…]} a tuple,
 * {@code M{…}} a map, {@code O{…}} an object; {@code !error} what Terraform refuses. What is not
 * known stands in angle brackets, {@code …} where there may be more, and a choice in parentheses.
 */
final class Notation {
  private Notation() {}

  static String of(Value value) {
    if (Derived.isError(value)) {
      return "!error";
    }
    return switch (value) {
      case Value.Null none -> "null";
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Text text ->
          '"' + text.parts().stream().map(Notation::part).collect(Collectors.joining()) + '"';
      case Value.Sequence list ->
          list.kind().name().charAt(0)
              + "["
              + list.elements().stream().map(Notation::of).collect(Collectors.joining(", "))
              + (list.open() ? " …]" : "]");
      case Value.Mapping map ->
          (map.typed() ? "M{" : "O{")
              + map.entries().entrySet().stream()
                  .map(entry -> quoted(entry.getKey()) + "=" + of(entry.getValue()))
                  .collect(Collectors.joining(", "))
              + (map.open() ? " …}" : "}");
      case Value.Choice choice ->
          "("
              + choice.condition().inWords(true)
              + " ? "
              + of(choice.then())
              + " : "
              + of(choice.otherwise())
              + ")";
      case Value.Unknown unknown -> "<" + unknown.what() + (unknown.notNull() ? ">" : " or null>");
    };
  }

  private static String part(TextPart part) {
    return switch (part) {
      case TextPart.Literal literal -> JsonWriter.escape(literal.text());
      case TextPart.Hole hole -> of(hole.value());
    };
  }

  /**
   * What Terraform's JSON says of a value.
   *
   * @param type as in {@code terraform output -json}
   */
  static String of(Value value, Value type) {
    if (!(type instanceof Value.Sequence constructed) || value instanceof Value.Null) {
      return of(value);
    }
    String kind = String.valueOf(Conversions.knownText(constructed.elements().get(0)));
    Value inner = constructed.elements().get(1);
    if (value instanceof Value.Sequence list) {
      StringBuilder text = new StringBuilder(Character.toUpperCase(kind.charAt(0)) + "[");
      for (int i = 0; i < list.elements().size(); i++) {
        Value element =
            kind.equals("tuple") && inner instanceof Value.Sequence types
                ? types.elements().get(i)
                : inner;
        text.append(i == 0 ? "" : ", ").append(of(list.elements().get(i), element));
      }
      return text.append("]").toString();
    }
    if (value instanceof Value.Mapping map) {
      StringBuilder text = new StringBuilder(kind.equals("map") ? "M{" : "O{");
      map.entries()
          .forEach(
              (key, entry) -> {
                Value of =
                    kind.equals("object") && inner instanceof Value.Mapping types
                        ? types.entries().getOrDefault(key, entry)
                        : inner;
                text.append(text.length() == 2 ? "" : ", ");
                text.append(quoted(key)).append("=").append(of(entry, of));
              });
      return text.append("}").toString();
    }
    return of(value);
  }

  private static String quoted(String text) {
    return '"' + JsonWriter.escape(text) + '"';
  }
}
