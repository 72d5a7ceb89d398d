package dev.iacguard.cli;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.Alerts;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Impact;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.StackReport;
import dev.iacguard.core.source.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was found in an earlier state. Only what the change since then reaches is judged there; the
 * rest is the same at both ends.
 */
final class Past {

  /** A problem wherever it is in its file. */
  private record Trouble(String rule, String path, String message) {}

  private final Difference since;
  private final UnaryOperator<String> inTree;
  private final List<Known> findings;
  private final Set<Trouble> troubles = new HashSet<>();
  private final Set<Problem> ofStacks = new HashSet<>();
  private final Set<Trouble> idleNow = new HashSet<>();

  private Past(Difference since, CheckResult now, CheckResult then, Task task) {
    this.since = since;
    this.inTree = task.request()::inTree;
    UnaryOperator<String> renamed =
        shown -> {
          String path = inTree.apply(shown);
          return since.renamed().getOrDefault(path, path);
        };
    Screening screening = task.screen(Alerts.of(then, renamed), then);
    // What an exception covered does not count: it is new when it is covered no more.
    this.findings =
        screening.alerts().stream()
            .filter(alert -> alert.suppression() == null)
            .map(alert -> Known.of(alert, renamed))
            .toList();
    then.problems().forEach(problem -> troubles.add(trouble(problem, renamed)));
    screening.problems().forEach(problem -> troubles.add(trouble(problem, renamed)));
    for (StackReport stack : now.reports()) {
      ofStacks.addAll(stack.problems());
    }
    for (Screening.Applied exception : screening.exceptions()) {
      if (!exception.resources().isEmpty()) {
        idleNow.add(trouble(exception.idle(), renamed));
      }
    }
  }

  /**
   * @param impact of what changed since then
   * @param now what there is today
   */
  static Past of(Difference since, Impact impact, News.Found now) {
    Task task = now.task();
    SourceTree base = since.base();
    CheckResult then =
        new Checker(task.rules())
            .check(
                base,
                impact.selection(base, task.request().named()),
                task.request().inputs(),
                impact.part(base, now.result().apart()),
                task.progress());
    return new Past(since, now.result(), then, task);
  }

  List<Known> findings() {
    return findings;
  }

  /**
   * Whether a problem is no news. What the change did to a file that cannot be read cannot be told,
   * so that one always is.
   */
  boolean had(Problem problem) {
    Trouble trouble = trouble(problem, inTree);
    boolean changed = since.changed().contains(trouble.path);
    if (problem.leavesInputUnread() && changed) {
      return false;
    }
    if (troubles.contains(trouble)) {
      return true;
    }
    if (problem.rule().equals(Problem.INVALID_WAIVER)) {
      int line = problem.at().line();
      boolean written = changed && since.lines().first(trouble.path, line, line) > 0;
      return !written && !idleNow.contains(trouble);
    }
    // What no stack says is said of the file alone, and was not looked for where nothing changed.
    return !changed && !ofStacks.contains(problem);
  }

  private static Trouble trouble(Problem problem, UnaryOperator<String> path) {
    return new Trouble(problem.rule(), path.apply(problem.at().path()), problem.message());
  }
}
