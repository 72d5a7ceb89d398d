package dev.iacguard.cli.option;

import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.Nearest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Builds the options of the command line by kind. */
public final class Options {
  private Options() {}

  public static OptionSpec.Builder text(String name, String label) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).arity("1");
  }

  public static OptionSpec.Builder repeatable(String name, String label) {
    return text(name, label).type(List.class).auxiliaryTypes(String.class);
  }

  public static OptionSpec.Builder flag(String name) {
    return OptionSpec.builder(name).arity("0");
  }

  /** An option that takes one of a few words, those of an enum's constants in lower case. */
  public static <E extends Enum<E>> OptionSpec.Builder word(String name, E[] values) {
    List<String> words = words(values);
    return text(name, String.join("|", words)).completionCandidates(words);
  }

  public static <E extends Enum<E>> E word(
      ParseResult arguments, String name, E[] values, E otherwise) {
    @Nullable String given = arguments.matchedOptionValue(name, (String) null);
    return given == null ? otherwise : word(name, given, values);
  }

  /** The value that a word represents. */
  public static <E extends Enum<E>> E word(String name, String given, E[] values) {
    List<String> words = words(values);
    int index = words.indexOf(given);
    if (index < 0) {
      throw new UsageException(
          name
              + " "
              + given
              + ": one of "
              + String.join(", ", words)
              + " is expected"
              + Nearest.hint(given, words));
    }
    return values[index];
  }

  public static boolean given(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, false);
  }

  /**
   * The values of an option that is given as {@code KEY=VALUE}, by key.
   *
   * @param name with its dashes
   */
  public static Map<String, String> pairs(ParseResult arguments, String name) {
    List<String> given = arguments.matchedOptionValue(name, List.of());
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : given) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UsageException(name + " " + pair + ": KEY=VALUE is expected");
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }

  /** The first argument that is not an option. */
  public static PositionalParamSpec.Builder argument(String label, String arity) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity(arity)
        .index("0")
        .type(String.class);
  }

  public static <E extends Enum<E>> List<String> words(E[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
