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
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.SourceTree;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
    Request request = Request.of(options, surroundings);
    if (verbose) {
      surroundings.err().println("iac-guard: nothing outside " + request.root() + " is read");
    }
    TerminalProgress progress =
        new TerminalProgress(surroundings.err(), surroundings.errIsTerminal() && !quiet);
    RulePack pack = InstalledRules.pack();
    CheckResult result =
        new Checker(pack).check(request.sources(), request.selection(), request.inputs(), progress);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    if (verbose) {
      result.notes().forEach(note -> surroundings.err().println("iac-guard: " + note));
    }
    FolderTree tree = request.tree();
    Path folder = request.folder();
    UnaryOperator<String> inTree = shown -> inTree(tree, folder, shown);
    Screening screening =
        Exceptions.apply(
            Alerts.of(result, inTree),
            result,
            new Screening.Terms(pack.rules(), List.of(), false, surroundings.today()),
            inTree);
    Comparison comparison =
        before == null
            ? null
            : Comparison.of(
                screening.alerts(),
                result,
                before,
                inTree,
                path -> tree.isFile(path) || tree.isFolder(path));
    return new Report(
        result,
        comparison == null ? screening.alerts() : comparison.alerts(),
        problems(result, screening, request.sources()),
        request.selection().named().stream().map(request.sources()::shown).toList(),
        Version.current(),
        elapsed,
        new Review(screening.exceptions(), surroundings.today(), comparison, inTree),
        RepositoryPaths.of(request));
  }

  /** A file that was named and that nobody reads is a problem like an unreadable one. */
  private static List<Problem> problems(CheckResult result, Screening screening, SourceTree tree) {
    List<Problem> problems = new ArrayList<>(result.problems());
    problems.addAll(screening.problems());
    for (String path : result.unclaimed()) {
      problems.add(
          Problem.unreadable(
              new SourceFile(tree.shown(path), "").all(),
              "is neither Terraform (code, plan or state) nor CloudFormation, so nothing in it was checked"));
    }
    return List.copyOf(problems);
  }

  /** A shown path as it is in the tree: the same whatever the current folder is. */
  private static String inTree(FolderTree tree, Path folder, String shown) {
    String path = tree.pathOf(folder.resolve(shown));
    return path == null ? shown : path;
  }
}
