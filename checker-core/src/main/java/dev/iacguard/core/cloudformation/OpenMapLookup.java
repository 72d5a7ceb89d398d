package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lookup with a key that is not known: the keys of the map are all that the key can be, as the
 * deployment fails with any other.
 *
 * @param fallback the default value of the lookup; null when there is none
 */
record OpenMapLookup(Scope scope, Node.Mapping table, @Nullable Node fallback, Origin origin) {

  /** What the key may be, and what is found there. */
  private record Row(String key, Value value) {}

  /** The value for each key; null when the map does not show all of them, or has too many. */
  @Nullable Value value(Value first, Value second) {
    List<String> keys = keys(table, first);
    if (keys == null) {
      return null;
    }
    Set<String> inner = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      Node.Mapping row = table.mapping(key);
      inner.addAll(KnownNames.names(row));
      Value value = inRow(row, second);
      if (value != null) {
        rows.add(new Row(key, value));
      }
    }
    boolean tooMany = (long) rows.size() * Math.max(1, inner.size()) > Limits.ALTERNATIVES;
    return tooMany && Choices.scalar(first) == null && Choices.scalar(second) == null
        ? null
        : among(first, rows);
  }

  private @Nullable Value inRow(Node.Mapping row, Value second) {
    List<String> keys = keys(row, second);
    if (keys == null) {
      return null;
    }
    List<Row> cells = new ArrayList<>();
    for (String key : keys) {
      Node cell = row.get(key);
      if (cell != null) {
        cells.add(new Row(key, scope.evaluate(cell)));
      }
    }
    return among(second, cells);
  }

  /** The keys that a value can be; null when these are not all there are. */
  private static @Nullable List<String> keys(Node.Mapping mapping, Value value) {
    String known = Choices.scalar(value);
    if (known != null) {
      return List.of(known);
    }
    if (KnownNames.isOpen(mapping) || mapping.entries().size() > Limits.ALTERNATIVES) {
      return null;
    }
    Pattern shape = shape(value);
    return KnownNames.names(mapping).stream().filter(key -> shape.matcher(key).matches()).toList();
  }

  private static Pattern shape(Value value) {
    StringBuilder pattern = new StringBuilder();
    if (value instanceof Value.Text text) {
      for (TextPart part : text.parts()) {
        pattern.append(
            part instanceof TextPart.Literal literal ? Pattern.quote(literal.text()) : ".*");
      }
    } else {
      pattern.append(".*");
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  /** One question for each key that gives another value than the last one. */
  private @Nullable Value among(Value key, List<Row> rows) {
    String known = Choices.scalar(key);
    if (known != null || rows.isEmpty()) {
      return rows.isEmpty() ? null : rows.get(0).value();
    }
    String subject = subject(key);
    List<String> allowed = fallback == null ? rows.stream().map(Row::key).toList() : List.of();
    Value rest = fallback == null ? rows.get(rows.size() - 1).value() : scope.evaluate(fallback);
    String last = Choices.scalar(rest);
    Value chosen = rest;
    int first = fallback == null ? rows.size() - 2 : rows.size() - 1;
    for (int i = first; i >= 0; i--) {
      Row row = rows.get(i);
      if (last == null || !last.equals(Choices.scalar(row.value()))) {
        Condition condition = new Condition.Equals(subject, row.key(), allowed);
        chosen = new Value.Choice(condition, row.value(), chosen, origin);
      }
    }
    return chosen;
  }

  /** An input keeps its name, so that conditions on it are the same question. */
  private static String subject(Value key) {
    if (key instanceof Value.Unknown unknown) {
      return unknown.references().size() == 1
              && unknown.references().get(0) instanceof Reference.Named named
          ? named.name()
          : unknown.what();
    }
    StringBuilder words = new StringBuilder();
    if (key instanceof Value.Text text) {
      for (TextPart part : text.parts()) {
        words.append(
            switch (part) {
              case TextPart.Literal literal -> literal.text();
              case TextPart.Hole hole ->
                  "${"
                      + (hole.value() instanceof Value.Unknown unknown ? unknown.what() : "…")
                      + "}";
            });
      }
    }
    return words.isEmpty() ? "the key in line " + key.origin().at().line() : words.toString();
  }
}
