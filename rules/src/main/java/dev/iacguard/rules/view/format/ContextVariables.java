package dev.iacguard.rules.view.format;

import dev.iacguard.rules.view.format.ContextVariable.Acceptance;
import dev.iacguard.rules.view.format.ContextVariable.Kind;
import dev.iacguard.rules.view.format.ContextVariable.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every variable that an access log format can hold, read when it is first asked for. */
public final class ContextVariables {
  private static final String FILE = "context-variables.tsv";

  private static final Map<String, ContextVariable> BY_NAME = read();

  /** No dot behind it ends a name of the table. */
  private static final int LONGEST =
      BY_NAME.keySet().stream().mapToInt(String::length).max().orElse(0);

  private ContextVariables() {}

  /** In the order of the file. */
  public static List<ContextVariable> all() {
    return List.copyOf(BY_NAME.values());
  }

  /**
   * The variable of that name; null when no kind of API has it. Where a variable stands for any
   * name behind it, the longest one that fits counts.
   *
   * @param name without {@code $context.}
   */
  public static @Nullable ContextVariable find(String name) {
    ContextVariable exact = BY_NAME.get(name);
    if (exact != null) {
      return exact.open() ? null : exact;
    }
    int last = Math.min(name.length(), LONGEST);
    for (int dot = name.lastIndexOf('.', last); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      ContextVariable open = BY_NAME.get(name.substring(0, dot + 1));
      if (open != null && dot + 1 < name.length()) {
        return open;
      }
    }
    return null;
  }

  /** The names that a kind of API logs the value of, without {@code $context.}. */
  public static List<String> names(ApiKind api) {
    return BY_NAME.values().stream()
        .filter(variable -> variable.isFilledIn(api))
        .map(ContextVariable::name)
        .toList();
  }

  private static Map<String, ContextVariable> read() {
    try (InputStream file =
        Objects.requireNonNull(ContextVariables.class.getResourceAsStream(FILE), FILE)) {
      Map<String, ContextVariable> variables = new LinkedHashMap<>();
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        if (!line.startsWith("#")) {
          ContextVariable variable = variable(line.split("\t", -1));
          variables.put(variable.name(), variable);
        }
      }
      return variables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ContextVariable variable(String[] columns) {
    int bracket = columns[0].indexOf('<');
    Map<ApiKind, Acceptance> accepted = new EnumMap<>(ApiKind.class);
    for (String entry : columns[1].split(",")) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        accepted.put(ApiKind.valueOf(entry), Acceptance.FILLED);
      } else {
        accepted.put(
            ApiKind.valueOf(entry.substring(0, equals)),
            Acceptance.valueOf(entry.substring(equals + 1).toUpperCase(Locale.ROOT)));
      }
    }
    return new ContextVariable(
        bracket < 0 ? columns[0] : columns[0].substring(0, bracket),
        bracket >= 0,
        accepted,
        Kind.valueOf(columns[2].toUpperCase(Locale.ROOT)),
        Integer.parseInt(columns[3]),
        columns[4].equals("-")
            ? Sensitivity.NONE
            : Sensitivity.valueOf(columns[4].toUpperCase(Locale.ROOT)),
        columns[5]);
  }
}
