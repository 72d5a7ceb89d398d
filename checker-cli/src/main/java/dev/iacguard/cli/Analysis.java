package dev.iacguard.cli;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Review;
import dev.iacguard.core.engine.Alerts;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Exceptions;
import dev.iacguard.core.engine.Screening;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.core.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

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
    CheckResult result =
        new Checker(pack).check(request.tree(), request.selection(), request.inputs(), progress);
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
    return new Report(
        result,
        screening.alerts(),
        problems(result, screening, tree),
        request.selection().named().stream().map(tree::shown).toList(),
        Version.current(),
        elapsed,
        new Review(screening.exceptions(), surroundings.today(), List.of()));
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

  /** A shown path as it is in the tree: the same whatever the current folder is. */
  private static String inTree(FolderTree tree, Path folder, String shown) {
    String path = tree.pathOf(folder.resolve(shown));
    return path == null ? shown : path;
  }
}
