package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.TerminalProgress;
import dev.iacguard.cli.environment.Version;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.engine.fix.Fixer;
import dev.iacguard.core.engine.fix.SuggestedEdits;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs an analysis, from the user's options to the results. */
public final class Analysis {
  private Analysis() {}

  public static Report run(
      InputOptions options, boolean quiet, boolean verbose, CliEnvironment cliEnvironment) {
    return run(options, quiet, verbose, null, null, cliEnvironment);
  }

  /**
   * @param before findings of an earlier run to compare with, or null
   * @param suggest the values for edits that fix what counts; null to look for none, which takes at
   *     least another judgement of everything
   */
  public static Report run(
      InputOptions options,
      boolean quiet,
      boolean verbose,
      @Nullable List<BaselineFinding> before,
      @Nullable GivenValues suggest,
      CliEnvironment cliEnvironment) {
    long start = System.nanoTime();
    ResolvedInput asked = ResolvedInput.of(options, cliEnvironment);
    if (verbose) {
      cliEnvironment.say("nothing outside " + asked.root() + " is read");
    }
    TerminalProgress progress =
        new TerminalProgress(cliEnvironment.err(), cliEnvironment.errIsTerminal() && !quiet);
    try (RevisionComparison revisionComparison =
        RevisionComparison.of(options, asked, cliEnvironment.environment())) {
      Trust trust = Trust.of(options, asked, revisionComparison);
      PolicyResult.Ready policy = trust.policy();
      ResolvedInput resolvedInput = asked.under(policy);
      RulePack pack = policy.pack();
      if (suggest != null) {
        KnownNames.requireTags(suggest, pack);
      }
      AnalysisContext analysisContext =
          AnalysisContext.of(resolvedInput, trust, cliEnvironment.today(), progress);
      List<Problem> problems = new ArrayList<>();
      SkippedFiles skipped = new SkippedFiles();
      LeftOut leftOut =
          LeftOut.of(
              revisionComparison.selection(resolvedInput, skipped),
              resolvedInput,
              !options.revision().staged(),
              cliEnvironment.environment());
      Selection selection = leftOut.selection();
      problems.addAll(skipped.problems());
      if (!quiet) {
        skipped.say(cliEnvironment);
      }
      if (!options.revision().staged() && options.policy().file() == null && !quiet) {
        UnusedPolicies.say(selection.files(), policy.files(), resolvedInput, cliEnvironment);
      }
      CheckResult result = revisionComparison.judge(analysisContext, selection, Map.of());
      SuppressionResult suppressionResult =
          analysisContext.screen(ReportedFindings.of(result, resolvedInput::inTree), result);
      NewFindings.Found found =
          new NewFindings.Found(
              result, suppressionResult, revisionComparison.tree(), analysisContext);
      NewFindings newFindings =
          before != null
              ? NewFindings.beside(before, found)
              : revisionComparison.newFindings(found, trust);
      PolicyChanges changes =
          PolicyChanges.of(options, resolvedInput, revisionComparison, trust, result);
      problems.addAll(changes.problems());
      problems.addAll(newFindings.problems());
      problems.addAll(unclaimed(result, resolvedInput.sources()));
      SuggestedEdits suggested =
          suggest == null
              ? new SuggestedEdits(Map.of(), 0)
              : suggestions(
                  EditableTree.of(analysisContext, revisionComparison, selection),
                  result,
                  newFindings.reportedFindings(),
                  suggest,
                  resolvedInput.inputs().workFactor());
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      revisionComparison.notes().forEach(note -> cliEnvironment.say(note));
      if (!trust.inline() && !quiet) {
        sayIgnored(result.analysisScope().inlineSuppressions().size(), cliEnvironment);
      }
      if (suggested.untried() > 0) {
        cliEnvironment.say(
            FixRun.untried(
                suggested.untried() == 1
                    ? "1 suggestion was"
                    : suggested.untried() + " suggestions were",
                "it for fewer paths"));
      }
      if (verbose) {
        result.notes().forEach(note -> cliEnvironment.say(note));
      }
      return new Report(
          result,
          newFindings.reportedFindings(),
          List.copyOf(problems),
          options.revision().staged()
              ? List.of("the staged changes")
              : resolvedInput.named().stream().map(resolvedInput.sources()::shown).toList(),
          Version.current(),
          elapsed,
          new Review(
              suppressionResult.exceptions(),
              cliEnvironment.today(),
              newFindings.baselineComparison(),
              newFindings.older(),
              leftOut.files(),
              suppressionResult.accepted().size(),
              resolvedInput::inTree,
              resolvedInput.tree()::shown),
          RepositoryPaths.of(resolvedInput),
          changes.weighing(pack),
          suggested.edits());
    }
  }

  private static SuggestedEdits suggestions(
      EditableTree tree,
      CheckResult result,
      List<ReportedFinding> reported,
      GivenValues given,
      int workFactor) {
    Set<String> counting =
        reported.stream()
            .filter(ReportedFinding::counts)
            .map(ReportedFinding::fingerprint)
            .collect(Collectors.toSet());
    Fixer fixer =
        new Fixer(given, finding -> counting.contains(finding.fingerprint()), tree, workFactor);
    return fixer.suggest(tree.asRead(result));
  }

  private static void sayIgnored(int exceptions, CliEnvironment cliEnvironment) {
    if (exceptions > 0) {
      cliEnvironment.say(
          exceptions == 1
              ? "1 ignore comment in the code is disregarded"
              : exceptions + " ignore comments in the code are disregarded");
    }
  }

  /** A file that was named and that nobody reads is a problem like an unreadable one. */
  private static List<Problem> unclaimed(CheckResult result, SourceTree sources) {
    List<Problem> problems = new ArrayList<>();
    for (String path : result.unclaimed()) {
      problems.add(
          Problem.unreadable(
              new SourceFile(sources.shown(path), "").all(),
              "is neither Terraform (code, plan or state) nor CloudFormation nor an export of"
                  + " AWS, so nothing in it was checked"));
    }
    return problems;
  }
}
