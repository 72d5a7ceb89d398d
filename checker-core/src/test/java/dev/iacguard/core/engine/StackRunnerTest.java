package dev.iacguard.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many stacks on several threads. */
class StackRunnerTest {
  private static final int MANY = 500;

  private record Named(String name) implements StackSource, Stack {
    @Override
    public Stack load(WorkBudget work) {
      return this;
    }

    @Override
    public Language language() {
      return Language.TERRAFORM;
    }

    @Override
    public List<Resource> resources(String type) {
      return List.of();
    }

    @Override
    public @Nullable Resource resource(Address address) {
      return null;
    }

    @Override
    public List<Problem> problems() {
      return List.of();
    }
  }

  /** Takes the longer the earlier a stack is, and cannot judge one called "broken". */
  private static final class Slow implements RulePack {
    @Override
    public List<RuleInfo> rules() {
      return List.of();
    }

    @Override
    public @Nullable String page(String ruleId) {
      return null;
    }

    @Override
    public StackReport judge(Stack stack, WorkBudget work) {
      if (stack.name().equals("broken")) {
        throw new IllegalStateException("cannot judge " + stack.name());
      }
      long until = System.nanoTime() + (stack.name().length() % 3) * 100_000L;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      return new StackReport(stack.name(), List.of(), List.of(), List.of());
    }
  }

  private static final class Counting implements Progress {
    private final List<Integer> numbers = new ArrayList<>();

    @Override
    public void judging(String stack, int number, int of) {
      numbers.add(number);
      assertThat(of).isEqualTo(MANY);
    }

    @Override
    public void done() {}
  }

  private static Queue<StackSource> stacks() {
    Queue<StackSource> stacks = new ArrayDeque<>();
    IntStream.range(0, MANY).forEach(i -> stacks.add(new Named("stack" + i)));
    return stacks;
  }

  @Test
  void reportsInTheOrderOfTheStacksAndLetsThemGo() {
    Queue<StackSource> stacks = stacks();
    List<String> names = stacks.stream().map(StackSource::name).toList();
    Counting progress = new Counting();

    List<StackReport> reports = new StackRunner(stacks, new Slow(), 1, progress).reports();

    assertThat(reports).extracting(StackReport::stack).containsExactlyElementsOf(names);
    assertThat(progress.numbers).isSorted().hasSize(MANY);
    assertThat(stacks).isEmpty();
  }

  @Test
  void throwsWhatAWorkerThrows() {
    Queue<StackSource> stacks = stacks();
    stacks.add(new Named("broken"));
    StackRunner stackRunner = new StackRunner(stacks, new Slow(), 1, Progress.SILENT);

    assertThatThrownBy(stackRunner::reports).hasMessage("cannot judge broken");
  }

  /** Only one worker at a time goes on with a stack that may take much memory. */
  @Test
  void largeStacksAreJudgedOneAtATime() {
    AtomicInteger large = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Queue<StackSource> stacks = new ArrayDeque<>();
    for (int i = 0; i < 40; i++) {
      String name = "stack" + i;
      stacks.add(
          new StackSource() {
            @Override
            public String name() {
              return name;
            }

            @Override
            public Stack load(WorkBudget work) {
              work.charge(Bound.STEPS, 250_000);
              most.accumulateAndGet(large.incrementAndGet(), Math::max);
              LockSupport.parkNanos(100_000);
              large.decrementAndGet();
              return new Named(name);
            }
          });
    }

    assertThat(new StackRunner(stacks, new Slow(), 1, Progress.SILENT).reports()).hasSize(40);

    assertThat(most).hasValue(1);
  }
}
