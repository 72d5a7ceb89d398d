package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.OverlayTree;
import dev.iacguard.core.engine.AnalysisScope;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.impact.EditReach;
import dev.iacguard.core.engine.impact.Impact;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a tree again and again with other texts in its files, each time only the stacks that the
 * files whose text is another one than the last time can reach. For one thread.
 */
public final class RepeatedCheck {
  private final Checker checker;
  private final SourceTree tree;
  private final Selection selection;
  private final Inputs inputs;
  private final Progress progress;
  private Map<String, String> texts = Map.of();
  private @Nullable CheckResult last;
  private boolean whole;
  private @Nullable EditReach reach;

  public RepeatedCheck(
      Checker checker, SourceTree tree, Selection selection, Inputs inputs, Progress progress) {
    this.checker = checker;
    this.tree = tree;
    this.selection = selection;
    this.inputs = inputs;
    this.progress = progress;
  }

  /** Takes over the result of all files as they are in the tree. */
  public void startFrom(CheckResult result) {
    last = result;
    texts = Map.of();
    whole = true;
  }

  /**
   * Reports of stacks that are not reached are the same objects as the last time.
   *
   * @param edited by path in the tree
   */
  public CheckResult judge(Map<String, String> edited) {
    @Nullable CheckResult before = last;
    @Nullable CheckResult part = before == null ? null : part(edited, before);
    whole = part == null || (whole && texts.equals(edited));
    CheckResult result =
        part == null ? checker.check(with(edited), selection, inputs, progress) : part;
    last = result;
    texts = Map.copyOf(edited);
    return result;
  }

  /** Judges every stack, unless that was done the last time with the same texts. */
  public CheckResult judgeWhole(Map<String, String> edited) {
    if (!whole || !texts.equals(edited)) {
      last = null;
    }
    return judge(edited);
  }

  private SourceTree with(Map<String, String> edited) {
    return edited.isEmpty() ? tree : new OverlayTree(tree, edited);
  }

  /** Null when there are other stacks now. */
  private @Nullable CheckResult part(Map<String, String> edited, CheckResult before) {
    Set<String> changed = new HashSet<>(edited.keySet());
    changed.addAll(texts.keySet());
    changed.removeIf(path -> Objects.equals(edited.get(path), texts.get(path)));
    if (changed.isEmpty()) {
      return before;
    }
    if (reach == null) {
      reach = new EditReach(tree, inputs);
    }
    @Nullable Impact impact = reach.of(changed);
    if (impact == null) {
      return null;
    }
    SourceTree now = with(edited);
    List<StackReport> known = before.apart();
    Selection reached = reached(impact, now);
    CheckResult result = checker.check(now, reached, inputs, impact.part(now, known), progress);
    return names(result.apart()).equals(names(known)) && !known.isEmpty()
        ? new CheckResult(
            result.reports(),
            problems(result, before, reached),
            result.unclaimed(),
            result.notes(),
            before.files(),
            completed(result.analysisScope(), before.analysisScope()),
            result.figures(),
            result.apart())
        : null;
  }

  /** A log group may be found in any root module, so that all of them are needed beside one. */
  private Selection reached(Impact impact, SourceTree now) {
    Set<String> reached = new HashSet<>(impact.selection(now, selection.named()).files());
    boolean code = reached.stream().anyMatch(ConfigNames::isSource);
    return new Selection(
        selection.named(),
        selection.files().stream()
            .filter(path -> reached.contains(path) || (code && ConfigNames.isSource(path)))
            .toList(),
        selection.ignored());
  }

  /** Those of the result, and those of before that are about files that were not looked at. */
  private List<Problem> problems(CheckResult result, CheckResult before, Selection looked) {
    Set<Problem> ofStacks = new HashSet<>();
    before.reports().forEach(report -> ofStacks.addAll(report.problems()));
    Set<String> shown = looked.files().stream().map(tree::shown).collect(Collectors.toSet());
    Set<Problem> all = new LinkedHashSet<>(result.problems());
    before.problems().stream()
        .filter(problem -> !ofStacks.contains(problem) && !shown.contains(problem.at().path()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** With the ignore comments of the files that were not read again; edits remove none. */
  private static AnalysisScope completed(AnalysisScope part, AnalysisScope before) {
    List<InlineSuppression> all = new ArrayList<>(part.inlineSuppressions());
    Set<String> read = new HashSet<>();
    all.forEach(each -> read.add(each.at().path()));
    before.inlineSuppressions().stream()
        .filter(each -> !read.contains(each.at().path()))
        .forEach(all::add);
    return new AnalysisScope(before.everything(), before.oneOfSeveral(), List.copyOf(all));
  }

  private static List<String> names(List<StackReport> reports) {
    return reports.stream().map(StackReport::stack).toList();
  }
}
