package dev.iacguard.core.engine.suppression;

import dev.iacguard.core.engine.AnalysisScope;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.StackPath;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applies the ignore comments and waivers to the findings of a run. */
public final class SuppressionFilter {
  private final CheckResult result;
  private final UnaryOperator<String> inTree;
  private final SuppressionRules suppressionRules;
  private final Map<SuppressionRule, Set<String>> covered = new HashMap<>();

  private SuppressionFilter(
      CheckResult result, UnaryOperator<String> inTree, SuppressionRules suppressionRules) {
    this.result = result;
    this.inTree = inTree;
    this.suppressionRules = suppressionRules;
  }

  /**
   * Marks what an exception covers, and names the exceptions that are wrong. That one covers
   * nothing is said only where the run saw all that it may have been written for.
   *
   * @param reportedFindings those of the result
   * @param inTree turns a shown path into the path in the tree
   */
  public static SuppressionResult apply(
      List<ReportedFinding> reportedFindings,
      CheckResult result,
      SuppressionResult.Terms terms,
      UnaryOperator<String> inTree) {
    List<InlineSuppression> inline =
        terms.inline() ? result.analysisScope().inlineSuppressions() : List.of();
    if (inline.isEmpty() && terms.waivers().isEmpty()) {
      return new SuppressionResult(reportedFindings, List.of(), List.of(), List.of());
    }
    SuppressionRules suppressionRules = new SuppressionRules(terms);
    inline.forEach(suppressionRules::add);
    terms.waivers().forEach(waiver -> suppressionRules.add(waiver, inTree));
    return new SuppressionFilter(result, inTree, suppressionRules).screen(reportedFindings);
  }

  private SuppressionResult screen(List<ReportedFinding> reportedFindings) {
    Map<String, List<SuppressionRule>> byRule = new HashMap<>();
    for (SuppressionRule suppressionRule : suppressionRules.inForce()) {
      byRule
          .computeIfAbsent(suppressionRule.rule().id(), id -> new ArrayList<>())
          .add(suppressionRule);
    }
    List<ReportedFinding> screened = new ArrayList<>();
    for (ReportedFinding reportedFinding : reportedFindings) {
      List<SuppressionRule> candidates =
          byRule.getOrDefault(reportedFinding.verdict().rule().id(), List.of());
      SuppressionRule first =
          cover(reportedFinding.verdict(), reportedFinding.finding(), candidates);
      screened.add(
          first == null ? reportedFinding : reportedFinding.suppressedBy(first.suppression()));
    }
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        Finding finding = verdict.finding();
        if (finding != null && verdict.severity() == Severity.OFF) {
          cover(verdict, finding, byRule.getOrDefault(verdict.rule().id(), List.of()));
        }
      }
    }
    List<Problem> accepted =
        result.problems().stream()
            .filter(problem -> accepts(problem, byRule.getOrDefault(problem.rule(), List.of())))
            .toList();
    List<Problem> problems = new ArrayList<>(suppressionRules.problems());
    List<SuppressionResult.Applied> applied = new ArrayList<>();
    for (SuppressionRule suppressionRule : suppressionRules.inForce()) {
      Set<String> resources = covered.getOrDefault(suppressionRule, Set.of());
      SuppressionResult.Applied exception =
          new SuppressionResult.Applied(
              suppressionRule.rule().id(), List.copyOf(resources), suppressionRule.suppression());
      applied.add(exception);
      if (resources.isEmpty() && isIdle(suppressionRule)) {
        problems.add(exception.idle());
      }
    }
    return new SuppressionResult(
        List.copyOf(screened), List.copyOf(problems), List.copyOf(applied), accepted);
  }

  /** Takes note of every clause that covers a verdict and gives the first one. */
  private @Nullable SuppressionRule cover(
      Verdict verdict, Finding finding, List<SuppressionRule> candidates) {
    SuppressionRule first = null;
    for (SuppressionRule suppressionRule : candidates) {
      if (suppressionRule.scope().covers(verdict, finding)) {
        covered
            .computeIfAbsent(suppressionRule, key -> new TreeSet<>())
            .add(verdict.subject().id());
        first = first == null ? suppressionRule : first;
      }
    }
    return first;
  }

  /** Whether a clause covers the file of what could not be analysed. */
  private boolean accepts(Problem problem, List<SuppressionRule> candidates) {
    boolean accepted = false;
    for (SuppressionRule suppressionRule : candidates) {
      if (suppressionRule.scope().covers(problem)) {
        covered
            .computeIfAbsent(suppressionRule, key -> new TreeSet<>())
            .add(inTree.apply(problem.at().path()));
        accepted = true;
      }
    }
    return accepted;
  }

  private boolean isIdle(SuppressionRule suppressionRule) {
    AnalysisScope analysisScope = result.analysisScope();
    return !analysisScope.oneOfSeveral()
        && suppressionRule.rule().severity() != Severity.OFF
        && ownersAreRead(suppressionRule)
        && analysisScope.whole();
  }

  /**
   * Whether all was read of the stacks that the clause may speak for: the one of its folder or
   * file, or else any.
   */
  private boolean ownersAreRead(SuppressionRule suppressionRule) {
    if (suppressionRule.scope() instanceof SuppressionRule.Named named) {
      return result.problems().stream()
          .allMatch(
              problem ->
                  problem.rule().equals(Problem.NOT_AVAILABLE)
                      && !named.resource().mayLieInModule());
    }
    String path = inTree.apply(suppressionRule.suppression().at().path());
    Set<String> owners = Set.of(path, Paths.folder(path));
    boolean owned = false;
    for (StackReport stack : result.reports()) {
      if (owners.contains(inTree.apply(StackPath.of(stack.stack())))) {
        owned = true;
        if (!stack.problems().isEmpty()) {
          return false;
        }
      }
    }
    return owned || result.problems().isEmpty();
  }
}
