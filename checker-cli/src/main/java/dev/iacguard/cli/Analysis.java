package dev.iacguard.cli;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.core.engine.Alerts;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Comparison;
import dev.iacguard.core.engine.Exceptions;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Configuration;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From what the user asked for to what was found. */
final class Analysis {
  private Analysis() {}

  static Report run(
      InputOptions options, boolean quiet, boolean verbose, Surroundings surroundings) {
    return run(options, quiet, verbose, null, surroundings);
  }

  /**
   * @param before findings of an earlier run to compare with, or null
   */
  static Report run(
      InputOptions options,
      boolean quiet,
      boolean verbose,
      @Nullable List<Known> before,
      Surroundings surroundings) {
    long start = System.nanoTime();
    Request asked = Request.of(options, surroundings);
    if (verbose) {
      surroundings.err().println("iac-guard: nothing outside " + asked.root() + " is read");
    }
    TerminalProgress progress =
        new TerminalProgress(surroundings.err(), surroundings.errIsTerminal() && !quiet);
    Configuration.Ready policy = PolicyChoice.of(options.config(), asked);
    Request request = asked.with(policy.inputs());
    RulePack pack = policy.pack();
    try (@Nullable DiffCheck diff =
        options.diffBase() == null
            ? null
            : DiffCheck.since(options.diffBase(), request, surroundings.environment())) {
      List<Problem> unlisted = new ArrayList<>();
      Consumer<Content.Failed> failed = folder -> unlisted.add(Problem.failed(folder, "folder "));
      CheckResult result;
      if (options.staged()) {
        result = StagedCheck.run(request, surroundings.environment(), pack, progress);
      } else {
        Selection selection = request.selection(failed);
        if (options.config() == null && !quiet) {
          UnusedPolicies.say(selection.files(), policy.files(), request, surroundings);
        }
        result = new Checker(pack).check(request.sources(), selection, request.inputs(), progress);
      }
      Screening.Terms terms =
          new Screening.Terms(
              pack.rules(), policy.waivers(), policy.needExpiry(), surroundings.today());
      Screening screening =
          Exceptions.apply(Alerts.of(result, request::inTree), result, terms, request::inTree);
      List<Known> earlier = diff == null ? before : diff.before(result, pack, terms, progress);
      Comparison comparison = comparison(screening, result, earlier, request);
      if (diff != null && comparison != null) {
        comparison = diff.marked(comparison);
        diff.notes().forEach(note -> surroundings.err().println("iac-guard: " + note));
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      if (verbose) {
        result.notes().forEach(note -> surroundings.err().println("iac-guard: " + note));
      }
      return new Report(
          result,
          comparison == null ? screening.alerts() : comparison.alerts(),
          problems(unlisted, result, screening, request.sources()),
          options.staged()
              ? List.of("what is staged")
              : request.named().stream().map(request.sources()::shown).toList(),
          Version.current(),
          elapsed,
          new Review(screening.exceptions(), surroundings.today(), comparison, request::inTree),
          RepositoryPaths.of(request),
          pack);
    }
  }

  private static @Nullable Comparison comparison(
      Screening screening, CheckResult result, @Nullable List<Known> earlier, Request request) {
    FolderTree tree = request.tree();
    return earlier == null
        ? null
        : Comparison.of(
            screening.alerts(),
            result,
            earlier,
            request::inTree,
            path -> tree.isFile(path) || tree.isFolder(path));
  }

  /** A file that was named and that nobody reads is a problem like an unreadable one. */
  private static List<Problem> problems(
      List<Problem> unlisted, CheckResult result, Screening screening, SourceTree sources) {
    List<Problem> problems = new ArrayList<>(unlisted);
    problems.addAll(result.problems());
    problems.addAll(screening.problems());
    for (String path : result.unclaimed()) {
      problems.add(
          Problem.unreadable(
              new SourceFile(sources.shown(path), "").all(),
              "is neither Terraform (code, plan or state) nor CloudFormation, so nothing in it was checked"));
    }
    return List.copyOf(problems);
  }
}
