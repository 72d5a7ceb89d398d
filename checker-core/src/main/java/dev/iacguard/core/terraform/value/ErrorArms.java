package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out when Terraform would refuse an expression whose value is not decided. */
public final class ErrorArms {
  /** More conditions on which an error depends are given up. */
  private static final int MOST_CONDITIONS = 6;

  private ErrorArms() {}

  /**
   * The value with every condition on which an error depends at the top: each arm is refused, or is
   * not refused whatever the choices inside it turn out to be.
   */
  public static Value separated(Value value) {
    return separated(value, MOST_CONDITIONS);
  }

  private static Value separated(Value value, int left) {
    Condition condition = Derived.isError(value) ? null : decidesError(value);
    if (condition == null) {
      return value;
    }
    return left == 0
        ? Value.Unknown.of(Cause.LIMIT, "a value with too many alternatives", value.origin())
        : ChoiceLifting.choice(
            condition,
            separated(assuming(value, condition, true), left - 1),
            separated(assuming(value, condition, false), left - 1),
            value.origin());
  }

  /** True for a value that is not decided, but cannot be refused either. */
  public static boolean isSafe(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> isPlainReference(unknown);
      case Value.Choice choice -> isSafe(choice.then()) && isSafe(choice.otherwise());
      case Value.Text text ->
          text.parts().stream()
              .allMatch(part -> !(part instanceof TextPart.Hole hole) || isSafe(hole.value()));
      case Value.Sequence sequence ->
          !sequence.open() && sequence.elements().stream().allMatch(ErrorArms::isSafe);
      case Value.Mapping mapping ->
          !mapping.open() && mapping.entries().values().stream().allMatch(ErrorArms::isSafe);
      default -> true;
    };
  }

  /** A resource, one of its attributes, or a variable: nothing was taken out of it yet. */
  private static boolean isPlainReference(Value.Unknown unknown) {
    if (unknown.references().size() != 1) {
      return false;
    }
    return switch (unknown.references().get(0)) {
      case Reference.ToResource resource ->
          unknown.what().equals(resource.toString()) && resource.attribute().indexOf('.') < 0;
      case Reference.Named named ->
          unknown.cause() == Cause.INPUT
              && unknown.what().equals(named.name())
              && named.name().lastIndexOf('.') == named.name().indexOf('.');
    };
  }

  private static @Nullable Condition decidesError(Value value) {
    return switch (value) {
      case Value.Choice choice -> {
        if (mayFail(choice.then()) || mayFail(choice.otherwise())) {
          yield choice.condition();
        }
        Condition inside = decidesError(choice.then());
        yield inside != null ? inside : decidesError(choice.otherwise());
      }
      case Value.Text text -> {
        for (TextPart part : text.parts()) {
          Condition inside = part instanceof TextPart.Hole hole ? decidesError(hole.value()) : null;
          if (inside != null) {
            yield inside;
          }
        }
        yield null;
      }
      case Value.Sequence sequence -> firstIn(sequence.elements());
      case Value.Mapping mapping -> firstIn(mapping.entries().values());
      default -> null;
    };
  }

  private static @Nullable Condition firstIn(Collection<Value> values) {
    for (Value value : values) {
      Condition inside = decidesError(value);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  /** True for an error, and for a choice with an arm that is one. */
  public static boolean mayFail(Value arm) {
    return Derived.isError(arm)
        || (arm instanceof Value.Choice choice
            && (mayFail(choice.then()) || mayFail(choice.otherwise())));
  }

  /** The value where the condition holds, or does not; an error in a string is that error. */
  private static Value assuming(Value value, Condition condition, boolean holds) {
    return switch (value) {
      case Value.Choice choice when choice.condition().equals(condition) ->
          assuming(holds ? choice.then() : choice.otherwise(), condition, holds);
      case Value.Choice choice ->
          ChoiceLifting.choice(
              choice.condition(),
              assuming(choice.then(), condition, holds),
              assuming(choice.otherwise(), condition, holds),
              choice.origin());
      case Value.Text text when text.known() == null -> text(text, condition, holds);
      case Value.Sequence sequence -> {
        List<Value> elements = new ArrayList<>(sequence.elements().size());
        sequence.elements().forEach(each -> elements.add(assuming(each, condition, holds)));
        yield new Value.Sequence(
            sequence.kind(), List.copyOf(elements), sequence.open(), sequence.origin());
      }
      case Value.Mapping mapping -> {
        Map<String, Value> entries = new TreeMap<>(mapping.entries());
        entries.replaceAll((name, entry) -> assuming(entry, condition, holds));
        yield new Value.Mapping(mapping.typed(), entries, mapping.open(), mapping.origin());
      }
      default -> value;
    };
  }

  private static Value text(Value.Text text, Condition condition, boolean holds) {
    TextBuilder decided = new TextBuilder();
    for (TextPart part : text.parts()) {
      if (!(part instanceof TextPart.Hole hole)) {
        decided.add(part);
        continue;
      }
      Value piece = assuming(hole.value(), condition, holds);
      if (Derived.isError(piece)) {
        return piece;
      }
      decided.add(piece);
    }
    return decided.build(text.origin());
  }
}
