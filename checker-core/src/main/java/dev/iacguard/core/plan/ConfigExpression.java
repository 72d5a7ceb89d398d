package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expression that the configuration part of a plan records for an argument. */
sealed interface ConfigExpression {

  /**
   * An expression. Its text is not in the plan.
   *
   * @param references what it mentions; without those that are only the front of another
   */
  record Taken(List<String> references) implements ConfigExpression {
    static final Taken NONE = new Taken(List.of());
  }

  /** Nested blocks, or an object with arguments of its own as a single one. */
  record Blocks(List<Map<String, ConfigExpression>> blocks) implements ConfigExpression {}

  /** The argument at an index and name of nested blocks; null where the plan has none. */
  static @Nullable ConfigExpression inside(
      @Nullable ConfigExpression configExpression, int index, String name) {
    return configExpression instanceof Blocks nested && index < nested.blocks().size()
        ? nested.blocks().get(index).get(name)
        : null;
  }

  /** Reads the current value. */
  static ConfigExpression read(JsonCursor json) {
    return switch (json.token()) {
      case START_ARRAY -> {
        List<Map<String, ConfigExpression>> blocks = new ArrayList<>();
        json.elements("nested blocks", () -> blocks.add(arguments(json)));
        yield new Blocks(List.copyOf(blocks));
      }
      case START_OBJECT -> {
        Arguments read = new Arguments(json);
        json.members("an expression", read::member);
        yield read.done();
      }
      default -> {
        json.skip();
        yield Taken.NONE;
      }
    };
  }

  /** Reads the arguments of the current object by name. */
  static Map<String, ConfigExpression> arguments(JsonCursor json) {
    Map<String, ConfigExpression> arguments = new HashMap<>();
    json.members("expressions", name -> arguments.put(name, read(json)));
    return arguments.isEmpty() ? Map.of() : json.pool().same(Map.copyOf(arguments));
  }

  /** Reads the references of the current expression. */
  static List<String> references(JsonCursor json) {
    return read(json) instanceof Taken taken ? taken.references() : List.of();
  }

  /** An object that may turn out to be an expression or to hold expressions. */
  final class Arguments {
    private final JsonCursor json;
    private final List<String> references = new ArrayList<>();
    private final Map<String, ConfigExpression> arguments = new HashMap<>();

    private Arguments(JsonCursor json) {
      this.json = json;
    }

    private ConfigExpression done() {
      if (!arguments.isEmpty()) {
        return new Blocks(List.of(Map.copyOf(arguments)));
      }
      return references.isEmpty() ? Taken.NONE : new Taken(List.copyOf(references));
    }

    private void member(String name) {
      switch (name) {
        case "references" -> json.elements("references", this::reference);
        case "constant_value" -> json.skip();
        default -> arguments.put(name, read(json));
      }
    }

    /** Terraform lists each reference with all its fronts behind it. */
    private void reference() {
      String text = json.string("a reference");
      if (text != null && references.stream().noneMatch(whole -> isFront(text, whole))) {
        references.add(text);
      }
    }

    private static boolean isFront(String front, String whole) {
      return whole.startsWith(front)
          && (whole.length() == front.length() || ".[".indexOf(whole.charAt(front.length())) >= 0);
    }
  }
}
