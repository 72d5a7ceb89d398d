package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds out when Terraform would refuse an expression whose value is not decided. */
public final class ErrorArms {
  /** More conditions on which an error depends are given up. */
  private static final int MOST_CONDITIONS = 4;

  private ErrorArms() {}

  /**
   * The value with every condition on which an error depends at the top: each arm is refused, or is
   * not refused whatever the choices inside it turn out to be.
   */
  public static Value separated(Value value) {
    if (Derived.isError(value)) {
      return value;
    }
    Set<Condition> conditions = new LinkedHashSet<>();
    collect(value, conditions);
    return conditions.size() > MOST_CONDITIONS
        ? Value.Unknown.of(Cause.LIMIT, "a value with too many alternatives", value.origin())
        : separated(value, List.copyOf(conditions));
  }

  private static Value separated(Value value, List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return value;
    }
    Condition first = conditions.get(0);
    List<Condition> others = conditions.subList(1, conditions.size());
    return ChoiceLifting.choice(
        first,
        separated(assuming(value, first, true), others),
        separated(assuming(value, first, false), others),
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

  /** Finds the conditions of choices with an arm that is an error. */
  private static void collect(Value value, Set<Condition> found) {
    if (found.size() > MOST_CONDITIONS) {
      return;
    }
    switch (value) {
      case Value.Choice choice -> {
        if (mayFail(choice)) {
          found.add(choice.condition());
        }
        collect(choice.then(), found);
        collect(choice.otherwise(), found);
      }
      case Value.Text text -> {
        for (TextPart part : text.parts()) {
          if (part instanceof TextPart.Hole hole) {
            collect(hole.value(), found);
          }
        }
      }
      case Value.Sequence sequence -> sequence.elements().forEach(each -> collect(each, found));
      case Value.Mapping mapping ->
          mapping.entries().values().forEach(each -> collect(each, found));
      default -> {}
    }
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
