package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.stream.Collectors;

/** Values as short text, for comparing in tests: what is unknown stands in angle brackets. */
public final class Shown {
  private Shown() {}

  public static String value(Value value) {
    return switch (value) {
      case Value.Null none -> "null";
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Text text ->
          '"' + text.parts().stream().map(Shown::part).collect(Collectors.joining()) + '"';
      case Value.Sequence list ->
          list.kind().name().charAt(0)
              + list.elements().stream()
                  .map(Shown::value)
                  .collect(Collectors.joining(", ", "[", ""))
              + (list.open() ? ", …]" : "]");
      case Value.Mapping map ->
          map.entries().entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
                  .collect(Collectors.joining(", ", "{", ""))
              + (map.open() ? ", …}" : "}");
      case Value.Choice choice ->
          "("
              + choice.condition().inWords(true)
              + " ? "
              + value(choice.then())
              + " : "
              + value(choice.otherwise())
              + ")";
      case Value.Unknown unknown -> "<" + unknown.cause() + " " + unknown.what() + ">";
    };
  }

  private static String part(TextPart part) {
    return switch (part) {
      case TextPart.Literal literal -> literal.text();
      case TextPart.Hole hole -> value(hole.value());
    };
  }
}
