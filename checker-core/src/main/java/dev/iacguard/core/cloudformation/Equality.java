package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates {@code Fn::Equals}: whether two values are the same string. */
final class Equality {
  private Equality() {}

  /** Decided when both are known; otherwise a question about the inputs that are not. */
  static Condition of(Value one, Value other) {
    if (one instanceof Value.Choice choice) {
      Condition closed = equalInSet(choice, other);
      Condition then = of(choice.then(), other);
      return closed != null
          ? closed
          : ConditionTruth.or(
              List.of(
                  ConditionTruth.and(List.of(choice.condition(), then)),
                  ConditionTruth.and(
                      List.of(
                          ConditionTruth.not(choice.condition()), of(choice.otherwise(), other)))));
    }
    if (other instanceof Value.Choice) {
      return of(other, one);
    }
    String left = Choices.scalar(one);
    String right = Choices.scalar(other);
    if (left != null && right != null) {
      return left.equals(right) ? ConditionTruth.TRUE : ConditionTruth.FALSE;
    }
    String leftName = name(one);
    String rightName = name(other);
    if ((right != null && cannotBe(one, right)) || (left != null && cannotBe(other, left))) {
      return ConditionTruth.FALSE;
    }
    if (leftName != null && right != null) {
      return new Condition.Equals(leftName, right, List.of());
    }
    if (rightName != null && left != null) {
      return new Condition.Equals(rightName, left, List.of());
    }
    if (leftName != null && leftName.equals(rightName)) {
      return ConditionTruth.TRUE;
    }
    return new Condition.Flag(words(one) + " = " + words(other));
  }

  /** A choice over all values of one input: for which of them the two are equal. */
  private static @Nullable Condition equalInSet(Value.Choice choice, Value other) {
    if (!(choice.condition() instanceof Condition.Equals first) || first.allowed().isEmpty()) {
      return null;
    }
    List<String> left = new ArrayList<>(first.allowed());
    List<Condition> parts = new ArrayList<>();
    int certain = 0;
    Value rest = choice;
    while (rest instanceof Value.Choice next
        && next.condition() instanceof Condition.Equals equals
        && equals.subject().equals(first.subject())
        && left.remove(equals.value())) {
      Condition same = of(next.then(), other);
      certain += ConditionTruth.isTrue(same) ? 1 : 0;
      parts.add(ConditionTruth.and(List.of(equals, same)));
      rest = next.otherwise();
    }
    if (left.size() != 1) {
      return null;
    }
    Condition last =
        new Condition.Equals(first.subject(), left.get(0), first.allowed(), first.usual());
    Condition same = of(rest, other);
    certain += ConditionTruth.isTrue(same) ? 1 : 0;
    parts.add(ConditionTruth.and(List.of(last, same)));
    return certain == first.allowed().size() ? ConditionTruth.TRUE : ConditionTruth.or(parts);
  }

  /** True when a value that is not wholly known is sure to be another text than this. */
  private static boolean cannotBe(Value open, String text) {
    return switch (open) {
      case Value.Text pieces -> !fits(pieces.parts(), text);
      case Value.Unknown unknown -> text.isEmpty() && isNeverEmpty(unknown);
      default -> false;
    };
  }

  /** Whether the text starts and ends as the pieces do, and is as long as they are at least. */
  private static boolean fits(List<TextPart> parts, String text) {
    int length = 0;
    for (TextPart part : parts) {
      length += part instanceof TextPart.Literal literal ? literal.text().length() : 0;
    }
    return text.length() >= length
        && !(parts.get(0) instanceof TextPart.Literal head && !text.startsWith(head.text()))
        && !(parts.get(parts.size() - 1) instanceof TextPart.Literal tail
            && !text.endsWith(tail.text()));
  }

  /** What a resource is called by, and what a pseudo parameter represents. */
  private static boolean isNeverEmpty(Value.Unknown unknown) {
    if (unknown.references().size() != 1) {
      return false;
    }
    return switch (unknown.references().get(0)) {
      case Reference.ToResource resource ->
          resource.attribute().isEmpty()
              || resource.attribute().endsWith("Arn")
              || resource.attribute().endsWith("Id");
      case Reference.Named named -> unknown.cause() == Cause.DEPLOYMENT;
    };
  }

  /** What an unknown value is called throughout the stack. */
  private static @Nullable String name(Value value) {
    return value instanceof Value.Unknown unknown
            && unknown.references().size() == 1
            && unknown.references().get(0) instanceof Reference.Named named
        ? named.name()
        : null;
  }

  private static String words(Value value) {
    String text = Choices.scalar(value);
    if (text != null) {
      return '"' + text + '"';
    }
    return value instanceof Value.Unknown unknown
        ? unknown.what()
        : "the value in line " + value.origin().at().line();
  }
}
