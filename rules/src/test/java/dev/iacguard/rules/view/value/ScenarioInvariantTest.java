package dev.iacguard.rules.view.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.core.rule.scenario.Scenarios.Case;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioInvariantTest {
  private static final Condition OPEN = new Condition.Flag("var.open");

  private final ScenarioInvariant<String> answer = new ScenarioInvariant<>();
  private final List<String> workedOut = new ArrayList<>();

  private String ask(Scenario scenario, boolean depends) {
    return answer.in(
        scenario,
        () -> {
          String found = depends && !scenario.holds(OPEN) ? "closed" : "open";
          workedOut.add(found);
          return found;
        });
  }

  @Test
  void whatIsTheSameEverywhereIsWorkedOutOnce() {
    Scenarios.explore(new WorkBudget(), scenario -> ask(scenario, false));
    Scenarios.explore(new WorkBudget(), scenario -> ask(scenario, false));
    assertThat(workedOut).containsExactly("open");
  }

  @Test
  void whatDependsOnTheScenarioIsWorkedOutInEach() {
    assertThat(Scenarios.explore(new WorkBudget(), scenario -> ask(scenario, true)).cases())
        .extracting(Case::answer)
        .containsExactly("open", "closed");
    Scenarios.explore(new WorkBudget(), scenario -> ask(scenario, true));
    assertThat(workedOut).containsExactly("open", "closed", "open", "closed");
  }

  /** The second time, the scenario's answer is known already; it is still only this world's. */
  @Test
  void aQuestionThatWasAskedBeforeCounts() {
    Scenarios.explore(new WorkBudget(), scenario -> scenario.holds(OPEN) + ask(scenario, true));
    assertThat(workedOut).containsExactly("open", "closed");
  }
}
