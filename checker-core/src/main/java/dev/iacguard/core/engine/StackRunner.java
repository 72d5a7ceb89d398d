package dev.iacguard.core.engine;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.Order;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Judges stacks on all processors. The result of a stack does not depend on the others, so the
 * order in which they finish does not show in the reports.
 */
final class StackRunner {
  /** Each worker holds one stack in memory. */
  private static final int MOST_WORKERS = 8;

  private final Queue<StackSource> open;
  private final int count;
  private final RulePack rules;
  private final Progress progress;
  private final int workFactor;
  private final WorkBudget.Total judged;
  private final WrittenExamples examples = new WrittenExamples();

  /**
   * @param open is emptied: what a judged stack was read from is needed no more
   * @param workFactor how many times the usual work is allowed
   */
  StackRunner(Queue<StackSource> open, RulePack rules, int workFactor, Progress progress) {
    this.open = open;
    this.count = open.size();
    this.rules = rules;
    this.workFactor = workFactor;
    this.judged = new WorkBudget.Total(workFactor);
    this.progress = progress;
  }

  private record Numbered<T>(int number, T item) {}

  /**
   * @param report null when the stack was not judged: those before it had used up the work
   */
  private record Judged(String stack, @Nullable StackReport report, WorkBudget work) {}

  /** The reports in the order of the stacks. To be called once. */
  List<StackReport> reports() {
    int workers = Math.min(MOST_WORKERS, ForkJoinPool.getCommonPoolParallelism() + 1);
    List<FutureTask<List<Numbered<Judged>>>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(workers, count); i++) {
      others.add(DeepThread.start(this::work));
    }
    List<Numbered<Judged>> reports = new ArrayList<>(work());
    others.forEach(other -> reports.addAll(DeepThread.join(other)));
    return inOrder(
        reports.stream().sorted(Order.byInt(Numbered::number)).map(Numbered::item).toList());
  }

  private List<Numbered<Judged>> work() {
    List<Numbered<Judged>> reports = new ArrayList<>();
    for (Numbered<StackSource> mine = take(); mine != null; mine = take()) {
      WorkBudget work = judged.forStack();
      StackReport report = isUsedUp() ? null : judge(mine.item(), work);
      add(work);
      reports.add(new Numbered<>(mine.number(), new Judged(mine.item().name(), report, work)));
    }
    return reports;
  }

  private StackReport judge(StackSource source, WorkBudget work) {
    try {
      Stack stack = source.load(work);
      StackReport report = ChangedOnlyFilter.only(rules.judge(stack, work), stack);
      return examples.in(report);
    } finally {
      work.end();
    }
  }

  /** Stacks are taken in their order, so that all that have been judged come before the next. */
  private synchronized boolean isUsedUp() {
    return !judged.exceeded().isEmpty();
  }

  private synchronized void add(WorkBudget work) {
    judged.add(work);
  }

  /**
   * Of the stacks behind the one that used the work up none has a report, whichever of them were
   * judged at the same time: what is reported does not depend on which worker was quicker.
   */
  private List<StackReport> inOrder(List<Judged> all) {
    WorkBudget.Total total = new WorkBudget.Total(workFactor);
    List<StackReport> reports = new ArrayList<>();
    for (Judged next : all) {
      String exceeded = total.exceeded();
      total.add(next.work());
      reports.add(
          exceeded.isEmpty() && next.report() != null
              ? next.report()
              : skipped(next.stack(), exceeded));
    }
    return List.copyOf(reports);
  }

  private static StackReport skipped(String stack, String exceeded) {
    Span at = new SourceFile(stack, "").all();
    Problem limit = Problem.limit(at, "was not checked: the code asks for " + exceeded);
    return new StackReport(stack, List.of(), List.of(), List.of(limit), StackFacts.NONE);
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
