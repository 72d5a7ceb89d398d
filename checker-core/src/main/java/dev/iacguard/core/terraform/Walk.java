package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * Looks through all pieces of one value. Values share pieces, so that a few lines can make one of
 * endless size: after a number of steps nothing more is found.
 */
final class Walk {
  private static final int MAX_STEPS = 1_000_000;

  private int steps;

  private boolean isOver() {
    return steps > MAX_STEPS;
  }

  /** True when there is more than can be looked at. */
  boolean isTooMuch(Value value) {
    if (!goOn()) {
      return true;
    }
    return switch (value) {
      case Value.Choice choice -> isTooMuch(choice.then()) || isTooMuch(choice.otherwise());
      case Value.Sequence sequence -> isAnyTooMuch(sequence.elements());
      case Value.Mapping mapping -> isAnyTooMuch(mapping.entries().values());
      default -> false;
    };
  }

  private boolean isAnyTooMuch(Iterable<Value> values) {
    for (Value value : values) {
      if (isTooMuch(value)) {
        return true;
      }
    }
    return false;
  }

  private boolean goOn() {
    return ++steps <= MAX_STEPS;
  }

  Value.@Nullable Unknown unknownIn(Value value) {
    if (!goOn()) {
      return null;
    }
    return switch (value) {
      case Value.Unknown unknown -> unknown;
      case Value.Choice choice -> {
        Value.Unknown then = unknownIn(choice.then());
        yield then != null ? then : unknownIn(choice.otherwise());
      }
      case Value.Text text -> {
        for (TextPart part : text.parts()) {
          Value.Unknown found = part instanceof TextPart.Hole hole ? unknownIn(hole.value()) : null;
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case Value.Sequence sequence -> firstUnknown(sequence.elements());
      case Value.Mapping mapping -> firstUnknown(mapping.entries().values());
      default -> null;
    };
  }

  private Value.@Nullable Unknown firstUnknown(Iterable<Value> values) {
    for (Value value : values) {
      Value.Unknown found = unknownIn(value);
      if (found != null || isOver()) {
        return found;
      }
    }
    return null;
  }

  boolean isWhollyKnown(Value value) {
    if (!goOn()) {
      return false;
    }
    return switch (value) {
      case Value.Unknown unknown -> false;
      case Value.Choice choice -> false;
      case Value.Text text -> text.known() != null;
      case Value.Sequence sequence -> !sequence.open() && areWhollyKnown(sequence.elements());
      case Value.Mapping mapping -> !mapping.open() && areWhollyKnown(mapping.entries().values());
      default -> true;
    };
  }

  private boolean areWhollyKnown(Iterable<Value> values) {
    for (Value value : values) {
      if (!isWhollyKnown(value)) {
        return false;
      }
    }
    return true;
  }

  boolean isError(Value value) {
    if (!goOn()) {
      return false;
    }
    return switch (value) {
      case Value.Unknown unknown ->
          unknown.cause() == Cause.INVALID || unknown.cause() == Cause.FILE;
      case Value.Sequence sequence -> isAnyError(sequence.elements());
      case Value.Mapping mapping -> isAnyError(mapping.entries().values());
      default -> false;
    };
  }

  private boolean isAnyError(Iterable<Value> values) {
    for (Value value : values) {
      if (isError(value)) {
        return true;
      }
      if (isOver()) {
        return false;
      }
    }
    return false;
  }
}
