package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Condition;
import java.util.ArrayList;
import java.util.List;

/** Combines conditions with and, or and not, and simplifies what is already decided. */
final class ConditionTruth {
  static final Condition TRUE = new Condition.AllOf(List.of());
  static final Condition FALSE = new Condition.AnyOf(List.of());

  private ConditionTruth() {}

  static boolean isTrue(Condition condition) {
    return condition.equals(TRUE);
  }

  static boolean isFalse(Condition condition) {
    return condition.equals(FALSE);
  }

  static boolean isDecided(Condition condition) {
    return isTrue(condition) || isFalse(condition);
  }

  static Condition not(Condition condition) {
    if (isTrue(condition)) {
      return FALSE;
    }
    if (isFalse(condition)) {
      return TRUE;
    }
    return condition instanceof Condition.Not not ? not.inner() : new Condition.Not(condition);
  }

  static Condition and(List<Condition> parts) {
    List<Condition> open = new ArrayList<>();
    for (Condition part : parts) {
      if (isFalse(part)) {
        return FALSE;
      }
      if (!isTrue(part) && !open.contains(part)) {
        open.add(part);
      }
    }
    return open.size() == 1 ? open.get(0) : open.isEmpty() ? TRUE : new Condition.AllOf(open);
  }

  static Condition or(List<Condition> parts) {
    List<Condition> open = new ArrayList<>();
    for (Condition part : parts) {
      if (isTrue(part)) {
        return TRUE;
      }
      if (!isFalse(part) && !open.contains(part)) {
        open.add(part);
      }
    }
    return open.size() == 1 ? open.get(0) : open.isEmpty() ? FALSE : new Condition.AnyOf(open);
  }
}
