package dev.iacguard.core.rule.scenario;

import dev.iacguard.core.model.Condition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What answers say of each input: true or false, the value that it has, or the values that it does
 * not have. An answer is checked against its own input only. Answers are taken back in the reverse
 * order.
 */
final class InputConstraints {
  private final Map<String, Boolean> flags = new HashMap<>();
  private final Map<String, InputValue> inputs = new HashMap<>();
  private final Deque<Runnable> trail = new ArrayDeque<>();

  /** What is known of an input that is compared with values. */
  private static final class InputValue {
    private @Nullable String value;
    private final Set<String> others = new HashSet<>();
  }

  /** How many answers have been taken that said something new. */
  int mark() {
    return trail.size();
  }

  /** Takes back all answers behind a mark. */
  void undo(int mark) {
    while (trail.size() > mark) {
      trail.pop().run();
    }
  }

  /** False, with nothing taken, when no input fits this answer and those before. */
  boolean add(Condition.Flag flag, boolean holds) {
    Boolean before = flags.putIfAbsent(flag.subject(), holds);
    if (before == null) {
      trail.push(() -> flags.remove(flag.subject()));
    }
    return before == null || before == holds;
  }

  /** As for a flag: an input has one value, and one of the allowed ones where these are given. */
  boolean add(Condition.Equals equals, boolean holds) {
    InputValue input = inputs.computeIfAbsent(equals.subject(), subject -> new InputValue());
    return holds ? addValue(input, equals) : addOther(input, equals);
  }

  private boolean addValue(InputValue input, Condition.Equals equals) {
    boolean allowed = equals.allowed().isEmpty() || equals.allowed().contains(equals.value());
    if (!allowed || input.others.contains(equals.value())) {
      return false;
    }
    if (input.value != null) {
      return input.value.equals(equals.value());
    }
    input.value = equals.value();
    trail.push(() -> input.value = null);
    return true;
  }

  private boolean addOther(InputValue input, Condition.Equals equals) {
    if (equals.value().equals(input.value)) {
      return false;
    }
    if (!input.others.add(equals.value())) {
      return true;
    }
    boolean noneLeft = !equals.allowed().isEmpty() && input.others.containsAll(equals.allowed());
    if (noneLeft) {
      input.others.remove(equals.value());
      return false;
    }
    trail.push(() -> input.others.remove(equals.value()));
    return true;
  }
}
