package dev.iacguard.core.engine;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.rule.RulePack;
import dev.iacguard.core.rule.TreeReport;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.TerraformLoader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

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
    return DeepThread.call(() -> checkAll(tree, selection, inputs, progress));
  }

  private CheckResult checkAll(
      SourceTree whole, Selection selection, Inputs inputs, Progress progress) {
    MarkedFiles tree = new MarkedFiles(whole);
    Queue<StackSource> stacks = new ArrayDeque<>();
    List<Problem> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    for (Loader loader : loaders) {
      Discovery found = loader.discover(tree, selection, inputs);
      stacks.addAll(found.stacks());
      problems.addAll(found.problems());
      notes.addAll(found.notes());
      files.addAll(found.files());
    }
    TreeReport judged = rules.judgeTree(new Judging(stacks, rules, progress).reports());
    judged.stacks().forEach(report -> problems.addAll(report.problems()));
    progress.done();
    List<String> unclaimed =
        selection.named().stream()
            .filter(path -> tree.isFile(path) && !files.contains(path))
            .toList();
    return new CheckResult(
        judged.stacks(),
        List.copyOf(new LinkedHashSet<>(problems)),
        unclaimed,
        List.copyOf(notes),
        files.size(),
        Extent.of(whole, selection, inputs, tree.exemptions()),
        judged.figures());
  }
}
