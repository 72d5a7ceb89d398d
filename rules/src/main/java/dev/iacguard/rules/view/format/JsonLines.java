package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.PartialJson;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a format as the JSON lines it produces: API Gateway puts each value in place of its
 * variable and escapes nothing.
 */
public final class JsonLines {
  private final Value.Text format;

  public JsonLines(Value.Text format) {
    this.format = format;
  }

  /** Where a variable stands. */
  private enum Place {
    QUOTES,
    OPEN
  }

  /** True when a line is one JSON object; unknown pieces are taken to fit. */
  public boolean areObjects() {
    return isObject(JsonLines::sample);
  }

  /** True when a line would be an object if {@code error.messageString} had no quotes. */
  public boolean areObjectsButForQuotes() {
    return isObject(
        (name, place) -> kind(name) == ContextVariable.Kind.QUOTED ? "1" : sample(name, place));
  }

  /** True when a line would be an object if every text stood in quotes. */
  public boolean areObjectsButForMissingQuotes() {
    return isObject((name, place) -> "1");
  }

  /**
   * The first variable whose value is no number and that has no quotes; null when there is none.
   */
  public @Nullable String unquoted() {
    List<String> found = new ArrayList<>();
    replaced(
        (name, place) -> {
          if (place == Place.OPEN && kind(name) == ContextVariable.Kind.TEXT) {
            found.add(ContextVariable.PREFIX + name);
          }
          return "1";
        });
    return found.isEmpty() ? null : found.get(0);
  }

  /** What is wrong with the lines, where it is a common mistake in a format that is all known. */
  public @Nullable JsonMistake mistake() {
    // As long as the variable, so that offsets stay those of the format.
    String line =
        replaced(
                (name, place) ->
                    "1" + " ".repeat(ContextVariable.PREFIX.length() + name.length() - 1))
            .known();
    return line == null ? null : JsonMistake.in(line);
  }

  /** The same with mistakes corrected that leave one reading; null when there are others. */
  public Value.@Nullable Text repaired() {
    return JsonRepair.of(format);
  }

  /** With quotes around every text that stands without; null when some of it is not known. */
  @Nullable String quoted() {
    return replaced(
            (name, place) -> {
              String variable = ContextVariable.PREFIX + name;
              boolean text = kind(name) == ContextVariable.Kind.TEXT;
              return place == Place.OPEN && text ? '"' + variable + '"' : variable;
            })
        .known();
  }

  private boolean isObject(BiFunction<String, Place, String> values) {
    return PartialJson.parse(replaced(values)) instanceof Value.Mapping;
  }

  /**
   * The members of the object and what they hold, variables as they are written, those of inner
   * objects with a dot between; empty when it is none. What is not known is left out.
   */
  public Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    Value.Text quoted =
        replaced(
            (name, place) -> {
              String variable = ContextVariable.PREFIX + name;
              return place == Place.QUOTES ? variable : '"' + variable + '"';
            });
    if (PartialJson.parse(quoted) instanceof Value.Mapping object) {
      add("", object, members);
    }
    return members;
  }

  private static void add(String prefix, Value.Mapping object, Map<String, String> members) {
    object
        .entries()
        .forEach(
            (name, value) -> {
              switch (value) {
                case Value.Mapping inner -> add(prefix + name + ".", inner, members);
                case Value.Text text when text.known() != null ->
                    members.put(prefix + name, text.known());
                case Value.Numeric number ->
                    members.put(prefix + name, Numbers.text(number.value()));
                default -> {}
              }
            });
  }

  private static String sample(String name, Place place) {
    return switch (kind(name)) {
      case QUOTED -> "\"1\"";
      case TEXT -> place == Place.QUOTES ? "1" : "x";
      case NUMBER, ANY -> "1";
    };
  }

  private static ContextVariable.Kind kind(String name) {
    ContextVariable variable = ContextVariables.find(name);
    return variable == null ? ContextVariable.Kind.ANY : variable.kind();
  }

  private Value.Text replaced(BiFunction<String, Place, String> values) {
    TextBuilder lines = new TextBuilder();
    Place place = Place.OPEN;
    for (TextPart part : format.parts()) {
      if (!(part instanceof TextPart.Literal literal)) {
        lines.add(part);
        continue;
      }
      String text = literal.text();
      for (int i = 0; i < text.length(); ) {
        int end = Variables.endOfName(text, i);
        if (end > i) {
          lines.add(values.apply(text.substring(i + ContextVariable.PREFIX.length(), end), place));
          i = end;
          continue;
        }
        if (text.charAt(i) == '"') {
          place = place == Place.OPEN ? Place.QUOTES : Place.OPEN;
        }
        int next = text.charAt(i) == '\\' ? Math.min(i + 2, text.length()) : i + 1;
        lines.add(text.substring(i, next));
        i = next;
      }
    }
    return lines.build(format.origin());
  }
}
