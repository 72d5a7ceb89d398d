package dev.iacguard.core.engine;

import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Judges stacks on all processors. What a stack comes to does not depend on the others, so the
 * reports are the same whichever is done first.
 */
final class StackRunner {
  /** Each worker holds one stack in memory. */
  private static final int MOST_WORKERS = 8;

  private final Queue<StackSource> open;
  private final int count;
  private final RulePack rules;
  private final Progress progress;

  /**
   * @param open is emptied: what a judged stack was read from is needed no more
   */
  StackRunner(Queue<StackSource> open, RulePack rules, Progress progress) {
    this.open = open;
    this.count = open.size();
    this.rules = rules;
    this.progress = progress;
  }

  private record Numbered<T>(int number, T item) {}

  /** The reports in the order of the stacks. To be called once. */
  List<StackReport> reports() {
    int workers = Math.min(MOST_WORKERS, ForkJoinPool.getCommonPoolParallelism() + 1);
    List<FutureTask<List<Numbered<StackReport>>>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(workers, count); i++) {
      others.add(DeepThread.start(this::work));
    }
    List<Numbered<StackReport>> reports = new ArrayList<>(work());
    others.forEach(other -> reports.addAll(DeepThread.join(other)));
    return reports.stream()
        .sorted(Comparator.comparingInt(Numbered::number))
        .map(Numbered::item)
        .toList();
  }

  private List<Numbered<StackReport>> work() {
    List<Numbered<StackReport>> reports = new ArrayList<>();
    for (Numbered<StackSource> mine = take(); mine != null; mine = take()) {
      Stack stack = mine.item().load();
      reports.add(new Numbered<>(mine.number(), ChangedOnlyFilter.only(rules.judge(stack), stack)));
    }
    return reports;
  }

  private synchronized @Nullable Numbered<StackSource> take() {
    StackSource stack = open.poll();
    if (stack == null) {
      return null;
    }
    int number = count - open.size();
    progress.judging(stack.name(), number, count);
    return new Numbered<>(number, stack);
  }
}
