package dev.iacguard.cli;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.core.engine.Alerts;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.Configuration;
import dev.iacguard.core.rule.PolicySource;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
      surroundings.say("nothing outside " + asked.root() + " is read");
    }
    TerminalProgress progress =
        new TerminalProgress(surroundings.err(), surroundings.errIsTerminal() && !quiet);
    try (Ends ends = Ends.of(options, asked, surroundings.environment())) {
      @Nullable PolicySource source = PolicyChoice.source(options.config(), asked, ends.tree());
      Configuration.Ready policy = PolicyChoice.of(source, asked);
      Request request = asked.with(policy.inputs());
      RulePack pack = policy.pack();
      Screening.Terms terms =
          new Screening.Terms(
              pack.rules(), policy.waivers(), policy.needExpiry(), surroundings.today());
      Task task = new Task(request, pack, terms, progress);
      List<Problem> problems = new ArrayList<>();
      Selection selection =
          ends.selection(request, folder -> problems.add(Problem.failed(folder, "folder ")));
      if (!options.staged() && options.config() == null && !quiet) {
        UnusedPolicies.say(selection.files(), policy.files(), request, surroundings);
      }
      CheckResult result = ends.judge(task, selection);
      Screening screening = task.screen(Alerts.of(result, request::inTree), result);
      News.Found found = new News.Found(result, screening, ends.tree(), task);
      News news =
          before != null ? News.beside(before, found) : ends.news(found, source, policy.files());
      problems.addAll(news.problems());
      problems.addAll(unclaimed(result, request.sources()));
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      ends.notes().forEach(note -> surroundings.say(note));
      if (verbose) {
        result.notes().forEach(note -> surroundings.say(note));
      }
      return new Report(
          result,
          news.alerts(),
          List.copyOf(problems),
          options.staged()
              ? List.of("what is staged")
              : request.named().stream().map(request.sources()::shown).toList(),
          Version.current(),
          elapsed,
          new Review(
              screening.exceptions(),
              surroundings.today(),
              news.comparison(),
              news.older(),
              request::inTree,
              request.tree()::shown),
          RepositoryPaths.of(request),
          pack);
    }
  }

  /** A file that was named and that nobody reads is a problem like an unreadable one. */
  private static List<Problem> unclaimed(CheckResult result, SourceTree sources) {
    List<Problem> problems = new ArrayList<>();
    for (String path : result.unclaimed()) {
      problems.add(
          Problem.unreadable(
              new SourceFile(sources.shown(path), "").all(),
              "is neither Terraform (code, plan or state) nor CloudFormation, so nothing in it was checked"));
    }
    return problems;
  }
}
