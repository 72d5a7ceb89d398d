package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds values that are computed from others: unknown from unknown, sensitive from sensitive. */
public final class Derived {
  private Derived() {}

  /** The first unknown piece inside a value, however deep, or null when all of it is known. */
  public static Value.@Nullable Unknown unknownIn(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> unknown;
      case Value.Choice choice -> {
        Value.Unknown then = unknownIn(choice.then());
        yield then != null ? then : unknownIn(choice.otherwise());
      }
      case Value.Text text -> {
        for (TextPart part : text.parts()) {
          if (part instanceof TextPart.Hole hole) {
            Value.Unknown found = unknownIn(hole.value());
            if (found != null) {
              yield found;
            }
          }
        }
        yield null;
      }
      case Value.Sequence sequence -> firstUnknown(sequence.elements());
      case Value.Mapping mapping -> firstUnknown(mapping.entries().values());
      default -> null;
    };
  }

  private static Value.@Nullable Unknown firstUnknown(Iterable<Value> values) {
    for (Value value : values) {
      Value.Unknown found = unknownIn(value);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** True when every piece of the value is decided and known. */
  public static boolean isWhollyKnown(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> false;
      case Value.Choice choice -> false;
      case Value.Text text -> text.known() != null;
      case Value.Sequence sequence ->
          !sequence.open() && sequence.elements().stream().allMatch(Derived::isWhollyKnown);
      case Value.Mapping mapping ->
          !mapping.open() && mapping.entries().values().stream().allMatch(Derived::isWhollyKnown);
      default -> true;
    };
  }

  /** True when Terraform would refuse the value's expression. */
  public static boolean isError(Value value) {
    return switch (value) {
      case Value.Unknown unknown ->
          unknown.cause() == Cause.INVALID || unknown.cause() == Cause.FILE;
      case Value.Sequence sequence -> sequence.elements().stream().anyMatch(Derived::isError);
      case Value.Mapping mapping -> mapping.entries().values().stream().anyMatch(Derived::isError);
      default -> false;
    };
  }

  /** Unknown because its operands are: keeps the first cause and all references. */
  public static Value.Unknown unknown(String what, Origin origin, List<? extends Value> operands) {
    Cause cause = Cause.NOT_EVALUATED;
    Set<Reference> references = new LinkedHashSet<>();
    boolean first = true;
    for (Value operand : operands) {
      Value.Unknown found = unknownIn(operand);
      if (found != null) {
        cause = first ? found.cause() : cause;
        references.addAll(found.references());
        first = false;
      }
    }
    return new Value.Unknown(cause, what, List.copyOf(references), false, marked(origin, operands));
  }

  /**
   * The origin of a value computed from operands: with the marks of all of them and the trail of
   * the first that has one.
   */
  public static Origin carried(Origin origin, Iterable<? extends Value> operands) {
    Origin marked = marked(origin, operands);
    for (Value operand : operands) {
      if (operand.origin().trail() != null) {
        return new Origin(marked.at(), operand.origin().trail(), marked.valueMarks());
      }
    }
    return marked;
  }

  /** The value with more marks, on each piece of it too. */
  public static Value marked(Value value, ValueMarks valueMarks) {
    Value whole = value.withOrigin(value.origin().marked(valueMarks));
    return switch (whole) {
      case Value.Sequence sequence -> {
        List<Value> elements = new ArrayList<>(sequence.elements().size());
        sequence.elements().forEach(element -> elements.add(marked(element, valueMarks)));
        yield new Value.Sequence(
            sequence.kind(), List.copyOf(elements), sequence.open(), sequence.origin());
      }
      case Value.Mapping mapping -> {
        Map<String, Value> entries = new TreeMap<>(mapping.entries());
        entries.replaceAll((name, entry) -> marked(entry, valueMarks));
        yield new Value.Mapping(mapping.typed(), entries, mapping.open(), mapping.origin());
      }
      case Value.Choice choice ->
          new Value.Choice(
              choice.condition(),
              marked(choice.then(), valueMarks),
              marked(choice.otherwise(), valueMarks),
              choice.origin());
      default -> whole;
    };
  }

  /** The origin with the marks of all operands. */
  public static Origin marked(Origin origin, Iterable<? extends Value> operands) {
    Origin marked = origin;
    for (Value operand : operands) {
      marked = marked.marked(operand.origin().valueMarks());
    }
    return marked;
  }
}
