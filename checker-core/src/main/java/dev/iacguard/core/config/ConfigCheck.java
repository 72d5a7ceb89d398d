package dev.iacguard.core.config;

import dev.iacguard.core.config.ConfigNode.Entry;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.source.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Validates a configuration against its type and reports everything that does not fit. */
public final class ConfigCheck {
  /** Lists and groups of more entries are not read. */
  private static final int MOST_ENTRIES = 10_000;

  private static final int LONGEST_AMOUNT = 20;

  private final List<ConfigError> errors;

  private ConfigCheck(List<ConfigError> errors) {
    this.errors = errors;
  }

  /**
   * @param name what the node is called in messages: its keys from the top, joined by dots; empty
   *     for a whole file
   * @param errors takes what does not fit, in the order it is written
   */
  public static void check(
      ConfigNode node, ConfigType type, String name, List<ConfigError> errors) {
    new ConfigCheck(errors).check(node, type, name);
  }

  private void check(ConfigNode node, ConfigType type, String name) {
    switch (type) {
      case ConfigType.Section section when node instanceof Mapping mapping ->
          section(mapping, section, name);
      case ConfigType.Named named when node instanceof Mapping mapping ->
          named(mapping, named, name);
      case ConfigType.ListOf list when node instanceof Sequence sequence ->
          list(sequence, list, name);
      case ConfigType.Either either -> either(node, either, name);
      case ConfigType.Anything anything -> {}
      default -> {
        if (!(node instanceof Scalar scalar) || !fits(scalar, type)) {
          refuse(node, type, name);
        }
      }
    }
  }

  private void refuse(ConfigNode node, ConfigType type, String name) {
    String hint =
        node instanceof Scalar scalar && type instanceof ConfigType.Word word
            ? Nearest.hint(scalar.text(), word.words())
            : "";
    String start = name.isEmpty() ? "" : name + ": ";
    fail(node.at(), start + type.inWords() + " is expected, not " + node.inWords() + hint);
  }

  private static boolean fits(Scalar scalar, ConfigType type) {
    return switch (type) {
      case ConfigType.Word word ->
          scalar.kind() == Scalar.Kind.TEXT && word.words().contains(scalar.text());
      case ConfigType.Text text ->
          scalar.kind() == Scalar.Kind.TEXT
              && scalar.text().length() <= text.longest()
              && text.pattern().matcher(scalar.text()).matches();
      case ConfigType.WholeNumber number ->
          scalar.kind() == Scalar.Kind.WHOLE_NUMBER && isBetween(scalar.text(), number);
      case ConfigType.Amount amount ->
          (scalar.kind() == Scalar.Kind.DECIMAL || scalar.kind() == Scalar.Kind.WHOLE_NUMBER)
              && isAmount(scalar.text());
      case ConfigType.Truth truth -> scalar.kind() == Scalar.Kind.TRUTH;
      case ConfigType.Day day -> scalar.kind() == Scalar.Kind.TEXT && isDay(scalar.text());
      default -> false;
    };
  }

  private static boolean isBetween(String text, ConfigType.WholeNumber bounds) {
    try {
      int number = Integer.parseInt(text);
      return number >= bounds.least() && number <= bounds.most();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isAmount(String text) {
    try {
      return text.length() <= LONGEST_AMOUNT && new BigDecimal(text).signum() >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      return text.equals(LocalDate.parse(text).toString());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void section(Mapping mapping, ConfigType.Section section, String name) {
    List<String> keys = section.keys().stream().map(ConfigType.Key::name).toList();
    mapping
        .entries()
        .forEach(
            (word, entry) -> {
              int index = keys.indexOf(word);
              if (index < 0) {
                unknown(word, entry, keys, name);
              } else {
                check(entry.value(), section.keys().get(index).type(), joined(name, word));
              }
            });
    for (ConfigType.Key key : section.keys()) {
      if (key.required() && mapping.get(key.name()) == null) {
        fail(
            mapping.at(),
            (name.isEmpty() ? "" : name + ": ") + "key '" + key.name() + "' is missing");
      }
    }
  }

  private void unknown(String word, Entry entry, List<String> known, String name) {
    String hint = Nearest.hint(word, known);
    String where = name.isEmpty() ? "" : " in " + name;
    String others = "; there are " + String.join(", ", known);
    fail(entry.key(), "unknown key '" + word + "'" + where + (hint.isEmpty() ? others : hint));
  }

  private void named(Mapping mapping, ConfigType.Named named, String name) {
    if (isTooLong(mapping.entries().size(), mapping.at(), name)) {
      return;
    }
    mapping
        .entries()
        .forEach(
            (word, entry) -> {
              check(new Scalar(entry.key(), Scalar.Kind.TEXT, word), named.name(), name);
              check(entry.value(), named.value(), joined(name, word));
            });
  }

  private void list(Sequence sequence, ConfigType.ListOf list, String name) {
    if (isTooLong(sequence.items().size(), sequence.at(), name)) {
      return;
    }
    if (sequence.items().size() < list.least()) {
      fail(sequence.at(), name + ": the list is empty");
    }
    sequence.items().forEach(item -> check(item, list.item(), name));
  }

  private boolean isTooLong(int size, Span at, String name) {
    if (size > MOST_ENTRIES) {
      fail(at, name + ": has more than the " + MOST_ENTRIES + " entries that are read");
    }
    return size > MOST_ENTRIES;
  }

  /** The type of the node's own shape speaks, so that an error inside a list is told as such. */
  private void either(ConfigNode node, ConfigType.Either either, String name) {
    for (ConfigType type : either.types()) {
      boolean shaped =
          switch (type) {
            case ConfigType.Section section -> node instanceof Mapping;
            case ConfigType.Named named -> node instanceof Mapping;
            case ConfigType.ListOf list -> node instanceof Sequence;
            default -> false;
          };
      if (shaped) {
        check(node, type, name);
        return;
      }
      if (node instanceof Scalar scalar && fits(scalar, type)) {
        return;
      }
    }
    String hint = node instanceof Scalar scalar ? Nearest.hint(scalar.text(), words(either)) : "";
    fail(node.at(), name + ": " + either.inWords() + " is expected, not " + node.inWords() + hint);
  }

  private static List<String> words(ConfigType.Either either) {
    return either.types().stream()
        .flatMap(type -> type instanceof ConfigType.Word word ? word.words().stream() : null)
        .toList();
  }

  private static String joined(String name, String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private void fail(Span at, String message) {
    errors.add(new ConfigError(at, message));
  }
}
