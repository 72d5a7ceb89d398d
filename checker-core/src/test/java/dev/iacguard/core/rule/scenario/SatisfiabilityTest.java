package dev.iacguard.core.rule.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers to conditions against all values that the inputs can have. */
class SatisfiabilityTest {
  private static final List<String> VALUES = List.of("a", "b", "c");
  private static final int SEED = 7;

  /** Every assignment of two inputs with three values and one flag. */
  private static boolean byEnumeration(List<Decision> decisions) {
    for (String x : VALUES) {
      for (String y : VALUES) {
        for (boolean flag : List.of(true, false)) {
          if (decisions.stream()
              .allMatch(each -> holds(each.condition(), x, y, flag) == each.holds())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean holds(Condition condition, String x, String y, boolean flag) {
    return switch (condition) {
      case Condition.Flag asked -> flag;
      case Condition.Equals equals -> (equals.subject().equals("x") ? x : y).equals(equals.value());
      case Condition.Named named -> holds(named.definition(), x, y, flag);
      case Condition.Not not -> !holds(not.inner(), x, y, flag);
      case Condition.AllOf all -> all.parts().stream().allMatch(part -> holds(part, x, y, flag));
      case Condition.AnyOf any -> any.parts().stream().anyMatch(part -> holds(part, x, y, flag));
    };
  }

  private static Condition random(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 2 : 6);
    return switch (kind) {
      case 0 -> new Condition.Flag("flag");
      case 1 ->
          new Condition.Equals(
              random.nextBoolean() ? "x" : "y", VALUES.get(random.nextInt(3)), VALUES);
      case 2 -> new Condition.Not(random(random, depth - 1));
      case 3 -> new Condition.Named("n", random(random, depth - 1));
      case 4 -> new Condition.AllOf(List.of(random(random, depth - 1), random(random, depth - 1)));
      default -> new Condition.AnyOf(List.of(random(random, depth - 1), random(random, depth - 1)));
    };
  }

  @Test
  void saysWhatEnumerationSays() {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      List<Decision> decisions = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int k = 0; k < count; k++) {
        decisions.add(new Decision(random(random, 3), random.nextBoolean()));
      }
      assertThat(Satisfiability.possible(decisions))
          .as("%s", decisions)
          .isEqualTo(byEnumeration(decisions));
    }
  }

  @Test
  void answersOneAfterTheOtherAreAsPossibleAsAllTogether() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      Answers answers = new Answers(new ConditionInputs(), new WorkBudget());
      List<Decision> given = new ArrayList<>();
      for (int k = 0; k < 8; k++) {
        Decision next = new Decision(random(random, 2), random.nextBoolean());
        List<Decision> all = new ArrayList<>(given);
        all.add(next);
        boolean possible = byEnumeration(all);
        assertThat(answers.allow(next)).as("%s", all).isEqualTo(possible);
        if (possible) {
          answers.add(next);
          given.add(next);
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void manyAnswersAboutOneInputTakeOneStepEach() {
    WorkBudget work = new WorkBudget();
    Scenarios.Cases<Integer> cases =
        Scenarios.explore(
            work,
            scenario -> {
              int holding = 0;
              for (int i = 0; i < 1_000; i++) {
                holding += scenario.holds(new Condition.Equals("x", "v" + i, List.of())) ? 1 : 0;
              }
              return holding;
            });
    assertThat(cases.cases()).allMatch(each -> each.answer() <= 1);
    assertThat(work.used(Bound.QUESTIONS)).isEqualTo(256_000);
  }

  @Test
  void nothingMoreIsAskedBeyondTheBound() {
    WorkBudget work = new WorkBudget();
    work.charge(Bound.QUESTIONS, 30_000_001);
    Scenarios.Cases<Boolean> cases =
        Scenarios.explore(work, scenario -> scenario.holds(new Condition.Flag("x")));
    assertThat(cases.cases()).hasSize(1);
    assertThat(RuleEvaluator.exceeded(work)).isEqualTo(Bound.QUESTIONS);
  }
}
