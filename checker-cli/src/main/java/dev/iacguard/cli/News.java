package dev.iacguard.cli;

import dev.iacguard.cli.git.Difference;
import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Comparison;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run found, told apart by what was known before.
 *
 * @param alerts all of them
 * @param problems those that are news
 * @param older problems that are none
 * @param comparison null when there is nothing to compare with
 */
record News(
    List<Alert> alerts,
    List<Problem> problems,
    List<Problem> older,
    @Nullable Comparison comparison) {

  /**
   * What one state of the code came to.
   *
   * @param tree the files that were judged
   */
  record Found(CheckResult result, Screening screening, SourceTree tree, Task task) {

    List<Problem> problems() {
      List<Problem> problems = new ArrayList<>(result.problems());
      problems.addAll(screening.problems());
      return problems;
    }

    private Comparison beside(List<Known> before) {
      return Comparison.of(
          screening.alerts(),
          result,
          before,
          task.request()::inTree,
          path -> tree.isFile(path) || tree.isFolder(path));
    }
  }

  /** Everything is. */
  static News all(Found found) {
    return new News(found.screening.alerts(), found.problems(), List.of(), null);
  }

  /** What is new or worse than in a list; problems are not in it. */
  static News beside(List<Known> before, Found found) {
    Comparison comparison = found.beside(before);
    return new News(comparison.alerts(), found.problems(), List.of(), comparison);
  }

  /**
   * What is new or worse than in any earlier state.
   *
   * @param past what was found in each of those that the differences speak of
   */
  static News since(List<Difference> differences, List<Past> past, Found found) {
    Comparison comparison =
        found.beside(past.stream().flatMap(then -> then.findings().stream()).toList());
    Marks marks = new Marks(differences.get(0).lines(), found.task.request()::inTree);
    List<Alert> alerts = comparison.alerts().stream().map(marks::mark).toList();
    List<Problem> problems = new ArrayList<>();
    List<Problem> older = new ArrayList<>();
    for (Problem problem : found.problems()) {
      (past.stream().anyMatch(then -> then.had(problem)) ? older : problems).add(problem);
    }
    return new News(
        alerts, problems, older, new Comparison(alerts, comparison.mended(), comparison.kept()));
  }

  /** The same without a word of what is gone. */
  News withoutMended() {
    return comparison == null
        ? this
        : new News(alerts, problems, older, new Comparison(alerts, List.of(), comparison.kept()));
  }
}
