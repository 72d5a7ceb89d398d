package dev.iacguard.rules.view.value;

import dev.iacguard.core.rule.scenario.Scenario;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is computed once when it is the same in every scenario. */
public final class ScenarioInvariant<T> {
  private @Nullable T known;

  /**
   * @param answer works it out in that scenario
   */
  public T in(Scenario scenario, Supplier<T> answer) {
    if (known != null) {
      return known;
    }
    int before = scenario.questions();
    T found = answer.get();
    if (scenario.questions() == before) {
      known = found;
    }
    return found;
  }
}
