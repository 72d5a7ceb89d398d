package dev.iacguard.cli;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.engine.Alerts;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Comparison;
import dev.iacguard.core.engine.Exceptions;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what the user asked for to what was found. */
final class Analysis {
  private Analysis() {}

  static Report run(
      InputOptions options, boolean quiet, boolean verbose, Surroundings surroundings) {
    long start = System.nanoTime();
    Request request = Request.of(options, surroundings);
    if (verbose) {
      surroundings.err().println("iac-guard: nothing outside " + request.root() + " is read");
    }
    TerminalProgress progress =
        new TerminalProgress(surroundings.err(), surroundings.errIsTerminal() && !quiet);
    RulePack pack = InstalledRules.pack();
    Screening.Terms terms =
        new Screening.Terms(pack.rules(), List.of(), false, surroundings.today());
    try (@Nullable DiffCheck diff =
        DiffCheck.since(options.diffBase(), request, surroundings.environment())) {
      CheckResult result =
          options.staged()
              ? StagedCheck.run(request, surroundings.environment(), pack, progress)
              : new Checker(pack)
                  .check(request.tree(), request.selection(), request.inputs(), progress);
      Screening screening =
          Exceptions.apply(Alerts.of(result, request::inTree), result, terms, request::inTree);
      List<Alert> alerts = screening.alerts();
      List<Known> mended = List.of();
      if (diff != null) {
        Comparison comparison = diff.compare(alerts, result, terms, progress);
        alerts = comparison.alerts();
        mended = comparison.mended();
        diff.notes().forEach(note -> surroundings.err().println("iac-guard: " + note));
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      if (verbose) {
        result.notes().forEach(note -> surroundings.err().println("iac-guard: " + note));
      }
      return new Report(
          result,
          alerts,
          problems(result, screening, request.tree()),
          options.staged()
              ? List.of("what is staged")
              : request.named().stream().map(request.tree()::shown).toList(),
          Version.current(),
          elapsed,
          new Review(screening.exceptions(), surroundings.today(), mended));
    }
  }

  /** A file that was named and that nobody reads is a problem like an unreadable one. */
  private static List<Problem> problems(CheckResult result, Screening screening, FolderTree tree) {
    List<Problem> problems = new ArrayList<>(result.problems());
    problems.addAll(screening.problems());
    for (String path : result.unclaimed()) {
      problems.add(
          Problem.unreadable(
              new SourceFile(tree.shown(path), "").all(),
              "is neither Terraform nor CloudFormation, so nothing in it was checked"));
    }
    return List.copyOf(problems);
  }
}
