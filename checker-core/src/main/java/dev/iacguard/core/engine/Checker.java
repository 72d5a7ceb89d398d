package dev.iacguard.core.engine;

import static java.util.Comparator.comparingInt;

import dev.iacguard.core.cloudformation.CloudFormationLoader;
import dev.iacguard.core.deployed.DeployedLoader;
import dev.iacguard.core.model.Discovery;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.model.StackSource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.plan.PlanLoader;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.TreeReport;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.TerraformLoader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds stacks, judges them and puts the reports in order. */
public final class Checker {
  private final List<Loader> loaders;
  private final RulePack rules;

  public Checker(RulePack rules) {
    this.rules = rules;
    List<ReadType> types = rules.resourceTypes();
    loaders =
        List.of(
            DeployedLoader::discover,
            TerraformLoader::discover,
            CloudFormationLoader::discover,
            (tree, selection, inputs) -> PlanLoader.discover(tree, selection, inputs, types));
  }

  /** Judges every stack of the selection. A stack is dropped as soon as its report is made. */
  public CheckResult check(SourceTree tree, Selection selection, Inputs inputs, Progress progress) {
    return check(tree, selection, inputs, Part.ALL, progress);
  }

  /**
   * Which stacks are to be judged.
   *
   * @param wanted tells by the folder or file of a stack, as shown
   * @param known reports of a run over much the same tree: of stacks that are not wanted they are
   *     taken over, and all stacks are put in their order
   */
  public record Part(Predicate<String> wanted, List<StackReport> known) {
    static final Part ALL = new Part(name -> true, List.of());

    private boolean has(String stack) {
      return wanted.test(StackPath.of(stack));
    }

    private List<StackReport> completed(List<StackReport> judged) {
      if (known.isEmpty()) {
        return judged;
      }
      Map<String, Integer> order = new HashMap<>();
      known.forEach(report -> order.putIfAbsent(report.stack(), order.size()));
      return Stream.concat(known.stream().filter(report -> !has(report.stack())), judged.stream())
          .sorted(comparingInt(report -> order.getOrDefault(report.stack(), order.size())))
          .toList();
    }
  }

  /** Judges some stacks of the selection. */
  public CheckResult check(
      SourceTree tree, Selection selection, Inputs inputs, Part part, Progress progress) {
    return DeepThread.call(() -> checkAll(tree, selection, inputs, part, progress));
  }

  /**
   * The values that are used at a place, as the stacks that are wanted have them.
   *
   * @param path of the file, as shown
   * @param offset 0-based, in UTF-16 code units
   */
  public List<TracedValue> valuesAt(
      SourceTree tree, Selection selection, Inputs inputs, Part part, String path, int offset) {
    return DeepThread.call(
        () -> {
          List<TracedValue> values = new ArrayList<>();
          for (Loader loader : loaders) {
            for (StackSource source : loader.discover(tree, selection, inputs).stacks()) {
              if (part.has(source.name()) && values.isEmpty()) {
                WorkBudget work = new WorkBudget(inputs.workFactor());
                values.addAll(TracedValue.in(source.load(work), rules, path, offset));
                work.end();
              }
            }
          }
          return List.copyOf(values);
        });
  }

  /** What one loader takes for its own is not looked at by the next. */
  private static Selection without(Set<String> files, Selection selection) {
    return files.isEmpty()
        ? selection
        : new Selection(
            selection.named(),
            selection.files().stream().filter(file -> !files.contains(file)).toList(),
            selection.ignored());
  }

  private CheckResult checkAll(
      SourceTree whole, Selection selection, Inputs inputs, Part part, Progress progress) {
    MarkedFiles tree = new MarkedFiles(whole);
    Queue<StackSource> stacks = new ArrayDeque<>();
    List<Problem> problems = new ArrayList<>(inputs.deployed().problems());
    List<String> notes = new ArrayList<>();
    Set<String> files = new TreeSet<>();
    for (Loader loader : loaders) {
      Discovery found = loader.discover(tree, without(files, selection), inputs);
      found.stacks().stream()
          .filter(stack -> part.has(stack.name()))
          .map(stack -> DeployableStack.source(stack, inputs.deployed().accounts()))
          .forEach(stacks::add);
      problems.addAll(found.problems());
      notes.addAll(found.notes());
      files.addAll(found.files());
    }
    List<StackReport> apart =
        part.completed(new StackRunner(stacks, rules, inputs.workFactor(), progress).reports());
    boolean allCode = part.equals(Part.ALL) || !part.known().isEmpty();
    TreeReport judged = rules.judgeTree(apart, allCode ? inputs.deployed().accounts() : List.of());
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
        AnalysisScope.of(whole, selection, inputs, tree.inlineSuppressions()),
        judged.figures(),
        apart);
  }
}
