package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as short texts that a test can compare. */
public final class Show {
  private Show() {}

  /**
   * Texts are quoted, with unknown pieces as {@code ${what}}; an unknown value is {@code <what
   * CAUSE>}; mappings are sorted, a choice {@code (Condition ? one : other)}.
   */
  public static String value(Value value) {
    return switch (value) {
      case Value.Text text ->
          text.parts().stream().map(Show::part).collect(Collectors.joining("", "'", "'"));
      case Value.Numeric number -> Numbers.text(number.value());
      case Value.Bool bool -> String.valueOf(bool.value());
      case Value.Null none -> "null";
      case Value.Sequence sequence ->
          sequence.elements().stream()
              .map(Show::value)
              .collect(Collectors.joining(", ", "[", sequence.open() ? ", …]" : "]"));
      case Value.Mapping mapping ->
          new TreeMap<>(mapping.entries())
              .entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                  .collect(Collectors.joining(", ", "{", mapping.open() ? ", …}" : "}"));
      case Value.Choice choice ->
          "("
              + choice.condition().inWords(true)
              + " ? "
              + value(choice.then())
              + " : "
              + value(choice.otherwise())
              + ")";
      case Value.Unknown unknown -> "<" + unknown.what() + " " + unknown.cause() + ">";
    };
  }

  private static String part(TextPart part) {
    return switch (part) {
      case TextPart.Literal literal -> literal.text();
      case TextPart.Hole hole ->
          hole.value() instanceof Value.Unknown unknown
              ? "${" + unknown.what() + "}"
              : "${" + value(hole.value()) + "}";
    };
  }

  /** A condition without its names. */
  static String spelledOut(Condition condition) {
    return switch (condition) {
      case Condition.Named named -> spelledOut(named.definition());
      case Condition.Not not -> "not " + spelledOut(not.inner());
      case Condition.AllOf all -> all.parts().stream().map(Show::spelledOut).toList() + " all";
      case Condition.AnyOf any -> any.parts().stream().map(Show::spelledOut).toList() + " any";
      default -> condition.inWords(true);
    };
  }

  /** Where a value is used and what it came through: {@code 12 ← Env (default) 4}. */
  static String trail(Value value) {
    StringBuilder out = new StringBuilder().append(value.origin().at().line());
    for (Step step = value.origin().trail(); step != null; step = step.next()) {
      out.append(" ← ").append(step.label()).append(' ').append(step.at().line());
    }
    return out.toString();
  }
}
