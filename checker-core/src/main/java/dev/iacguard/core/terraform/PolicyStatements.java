package dev.iacguard.core.terraform;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Converts the {@code statement} blocks of {@code aws_iam_policy_document} to IAM's statements. */
final class PolicyStatements {
  private static final Map<String, String> LISTS =
      Map.of("actions", "Action", "not_actions", "NotAction");
  private static final Map<String, String> VARIABLE_LISTS =
      Map.of("resources", "Resource", "not_resources", "NotResource");

  private PolicyStatements() {}

  /** A decided list of blocks; open where there may be more. */
  static Value.Sequence of(Value.Sequence blocks) {
    List<Value> statements = new ArrayList<>();
    for (Value block : blocks.elements()) {
      statements.add(
          ChoiceLifting.map(block, one -> one instanceof Value.Mapping map ? of(map) : one));
    }
    return new Value.Sequence(
        Value.Sequence.Kind.TUPLE, List.copyOf(statements), blocks.open(), blocks.origin());
  }

  private static Value of(Value.Mapping block) {
    Map<String, Value> statement = new TreeMap<>();
    Value effect = block.get("effect");
    boolean none = effect == null || effect instanceof Value.Null;
    statement.put("Effect", none ? Value.Text.of("Allow", block.origin()) : effect);
    put(statement, "Sid", block.get("sid"));
    LISTS.forEach((from, to) -> put(statement, to, block.get(from)));
    VARIABLE_LISTS.forEach(
        (from, to) -> put(statement, to, mapped(block.get(from), PolicyStatements::variables)));
    put(statement, "Principal", mapped(block.get("principals"), PolicyStatements::principals));
    put(
        statement,
        "NotPrincipal",
        mapped(block.get("not_principals"), PolicyStatements::principals));
    put(statement, "Condition", mapped(block.get("condition"), PolicyStatements::conditions));
    return new Value.Mapping(false, statement, block.open(), block.origin());
  }

  /** What is empty is not written. */
  private static void put(Map<String, Value> statement, String name, @Nullable Value value) {
    boolean empty =
        value == null
            || value instanceof Value.Null
            || (value instanceof Value.Text text && text.parts().isEmpty())
            || (value instanceof Value.Sequence list && list.elements().isEmpty() && !list.open())
            || (value instanceof Value.Mapping map && map.entries().isEmpty() && !map.open());
    if (!empty) {
      statement.put(name, value);
    }
  }

  private static @Nullable Value mapped(@Nullable Value value, UnaryOperator<Value> change) {
    return value == null ? null : ChoiceLifting.map(value, change);
  }

  /** {@code &{…}} means IAM's own {@code ${…}}. */
  private static Value variables(Value value) {
    return switch (value) {
      case Value.Sequence list ->
          new Value.Sequence(
              list.kind(),
              list.elements().stream()
                  .map(element -> ChoiceLifting.map(element, PolicyStatements::variables))
                  .toList(),
              list.open(),
              list.origin());
      case Value.Text text -> {
        TextBuilder replaced = new TextBuilder();
        for (TextPart part : text.parts()) {
          switch (part) {
            case TextPart.Literal literal -> replaced.add(literal.text().replace("&{", "${"));
            case TextPart.Hole hole -> replaced.add(hole);
          }
        }
        yield replaced.build(text.origin());
      }
      default -> value;
    };
  }

  /** Blocks of a type and identifiers; the type {@code *} alone is everybody. */
  private static Value principals(Value blocks) {
    if (!(Blocks.listed(blocks) instanceof Value.Sequence list)) {
      return blocks;
    }
    Map<String, Value> byType = new TreeMap<>();
    boolean open = list.open();
    for (Value block : list.elements()) {
      String name = Conversions.knownText(entry(block, "type"));
      Value identifiers = entry(block, "identifiers");
      if (name == null || identifiers == null) {
        open = true;
      } else {
        byType.merge(name, variables(identifiers), PolicyStatements::both);
      }
    }
    boolean everybody =
        !open
            && byType.size() == 1
            && byType.get("*") instanceof Value.Sequence one
            && one.elements().size() == 1
            && "*".equals(Conversions.knownText(one.elements().get(0)));
    return everybody
        ? Value.Text.of("*", list.origin())
        : new Value.Mapping(false, byType, open, list.origin());
  }

  /** Blocks of a test, a variable and values; those of the same test and variable add up. */
  private static Value conditions(Value blocks) {
    if (!(Blocks.listed(blocks) instanceof Value.Sequence list)) {
      return blocks;
    }
    Map<String, Map<String, Value>> byTest = new TreeMap<>();
    boolean open = list.open();
    for (Value block : list.elements()) {
      String test = Conversions.knownText(entry(block, "test"));
      String name = Conversions.knownText(entry(block, "variable"));
      Value values = entry(block, "values");
      if (test == null || name == null || values == null) {
        open = true;
      } else {
        byTest
            .computeIfAbsent(test, key -> new TreeMap<>())
            .merge(name, variables(values), PolicyStatements::both);
      }
    }
    Map<String, Value> tests = new TreeMap<>();
    byTest.forEach(
        (test, variables) ->
            tests.put(test, new Value.Mapping(false, variables, false, list.origin())));
    return new Value.Mapping(false, tests, open, list.origin());
  }

  private static @Nullable Value entry(Value block, String name) {
    return block instanceof Value.Mapping map ? map.get(name) : null;
  }

  private static Value both(Value first, Value second) {
    return ChoiceLifting.map(
        first,
        second,
        (a, b) -> {
          if (!(a instanceof Value.Sequence one) || !(b instanceof Value.Sequence other)) {
            return Derived.unknown("a list in a policy document", a.origin(), List.of(a, b));
          }
          return Blocks.joined(one, other, one.origin());
        });
  }
}
