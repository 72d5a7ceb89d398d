package dev.iacguard.core.engine;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.rule.StackReport;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.TerraformLoader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds stacks, judges them and puts the reports in order. */
public final class Checker {
  private final List<Loader> loaders =
      List.of(TerraformLoader::discover, CloudFormationLoader::discover);
  private final RulePack rules;

  public Checker(RulePack rules) {
    this.rules = rules;
  }

  /** Judges every stack of the selection. A stack is dropped as soon as its report is made. */
  public CheckResult check(SourceTree tree, Selection selection, Inputs inputs, Progress progress) {
    return check(tree, selection, inputs, name -> true, progress);
  }

  /**
   * Judges some stacks of the selection.
   *
   * @param wanted tells by the folder or file of a stack, as shown, whether it is to be judged
   */
  public CheckResult check(
      SourceTree tree,
      Selection selection,
      Inputs inputs,
      Predicate<String> wanted,
      Progress progress) {
    return DeepThread.call(() -> checkAll(tree, selection, inputs, wanted, progress));
  }

  private CheckResult checkAll(
      SourceTree whole,
      Selection selection,
      Inputs inputs,
      Predicate<String> wanted,
      Progress progress) {
    MarkedFiles tree = new MarkedFiles(whole);
    Queue<StackSource> stacks = new ArrayDeque<>();
    List<Problem> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    for (Loader loader : loaders) {
      Discovery found = loader.discover(tree, selection, inputs);
      found.stacks().stream()
          .filter(stack -> wanted.test(StackPath.of(stack.name())))
          .forEach(stacks::add);
      problems.addAll(found.problems());
      notes.addAll(found.notes());
      files.addAll(found.files());
    }
    List<StackReport> reports = new Judging(stacks, rules, progress).reports();
    reports.forEach(report -> problems.addAll(report.problems()));
    progress.done();
    List<String> unclaimed =
        selection.named().stream()
            .filter(path -> tree.isFile(path) && !files.contains(path))
            .toList();
    return new CheckResult(
        reports,
        List.copyOf(new LinkedHashSet<>(problems)),
        unclaimed,
        List.copyOf(notes),
        files.size(),
        Extent.of(whole, selection, inputs, tree.exemptions()));
  }
}
