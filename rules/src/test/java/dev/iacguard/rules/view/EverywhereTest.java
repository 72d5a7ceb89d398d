package dev.iacguard.rules.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.rule.World;
import dev.iacguard.core.rule.Worlds;
import dev.iacguard.core.rule.Worlds.Case;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EverywhereTest {
  private static final Condition OPEN = new Condition.Flag("var.open");

  private final Everywhere<String> answer = new Everywhere<>();
  private final List<String> workedOut = new ArrayList<>();

  private String ask(World world, boolean depends) {
    return answer.in(
        world,
        () -> {
          String found = depends && !world.holds(OPEN) ? "closed" : "open";
          workedOut.add(found);
          return found;
        });
  }

  @Test
  void whatIsTheSameEverywhereIsWorkedOutOnce() {
    Worlds.explore(world -> ask(world, false));
    Worlds.explore(world -> ask(world, false));
    assertThat(workedOut).containsExactly("open");
  }

  @Test
  void whatDependsOnTheWorldIsWorkedOutInEach() {
    assertThat(Worlds.explore(world -> ask(world, true)).cases())
        .extracting(Case::answer)
        .containsExactly("open", "closed");
    Worlds.explore(world -> ask(world, true));
    assertThat(workedOut).containsExactly("open", "closed", "open", "closed");
  }

  /** The second time, the world's answer is known already; it is still only this world's. */
  @Test
  void aQuestionThatWasAskedBeforeCounts() {
    Worlds.explore(world -> world.holds(OPEN) + ask(world, true));
    assertThat(workedOut).containsExactly("open", "closed");
  }
}
