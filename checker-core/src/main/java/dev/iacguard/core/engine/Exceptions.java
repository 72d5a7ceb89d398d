package dev.iacguard.core.engine;

import dev.iacguard.core.model.Exemption;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.StackReport;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Holds the findings of a run against the exceptions in its sources and in the policy. */
public final class Exceptions {
  private final CheckResult result;
  private final UnaryOperator<String> inTree;
  private final Clauses clauses;
  private final Map<Clause, Set<String>> covered = new HashMap<>();

  private Exceptions(CheckResult result, UnaryOperator<String> inTree, Clauses clauses) {
    this.result = result;
    this.inTree = inTree;
    this.clauses = clauses;
  }

  /**
   * Marks what an exception covers, and names the exceptions that are wrong. That one covers
   * nothing is said only where the run saw all that it may have been written for.
   *
   * @param alerts those of the result
   * @param inTree turns a shown path into the path in the tree
   */
  public static Screening apply(
      List<Alert> alerts, CheckResult result, Screening.Terms terms, UnaryOperator<String> inTree) {
    List<Exemption> inline = terms.inline() ? result.extent().exemptions() : List.of();
    if (inline.isEmpty() && terms.waivers().isEmpty()) {
      return new Screening(alerts, List.of(), List.of());
    }
    Clauses clauses = new Clauses(terms);
    inline.forEach(clauses::add);
    terms.waivers().forEach(waiver -> clauses.add(waiver, inTree));
    return new Exceptions(result, inTree, clauses).screen(alerts);
  }

  private Screening screen(List<Alert> alerts) {
    Map<String, List<Clause>> byRule = new HashMap<>();
    for (Clause clause : clauses.inForce()) {
      byRule.computeIfAbsent(clause.rule().id(), id -> new ArrayList<>()).add(clause);
    }
    List<Alert> screened = new ArrayList<>();
    for (Alert alert : alerts) {
      List<Clause> candidates = byRule.getOrDefault(alert.verdict().rule().id(), List.of());
      Clause first = cover(alert.verdict(), alert.finding(), candidates);
      screened.add(first == null ? alert : alert.suppressedBy(first.suppression()));
    }
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        Finding finding = verdict.finding();
        if (finding != null && verdict.severity() == Severity.OFF) {
          cover(verdict, finding, byRule.getOrDefault(verdict.rule().id(), List.of()));
        }
      }
    }
    List<Problem> problems = new ArrayList<>(clauses.problems());
    List<Screening.Applied> applied = new ArrayList<>();
    for (Clause clause : clauses.inForce()) {
      Set<String> resources = covered.getOrDefault(clause, Set.of());
      Screening.Applied exception =
          new Screening.Applied(clause.rule().id(), List.copyOf(resources), clause.suppression());
      applied.add(exception);
      if (resources.isEmpty() && isIdle(clause)) {
        problems.add(exception.idle());
      }
    }
    return new Screening(List.copyOf(screened), List.copyOf(problems), List.copyOf(applied));
  }

  /** Takes note of every clause that covers a verdict and gives the first one. */
  private @Nullable Clause cover(Verdict verdict, Finding finding, List<Clause> candidates) {
    Clause first = null;
    for (Clause clause : candidates) {
      if (clause.scope().covers(verdict, finding)) {
        covered.computeIfAbsent(clause, key -> new TreeSet<>()).add(verdict.subject().id());
        first = first == null ? clause : first;
      }
    }
    return first;
  }

  private boolean isIdle(Clause clause) {
    Extent extent = result.extent();
    return !extent.oneOfSeveral()
        && clause.rule().severity() != Severity.OFF
        && ownersAreRead(clause)
        && extent.whole();
  }

  /**
   * Whether all was read of the stacks that the clause may speak for: the one of its folder or
   * file, or else any.
   */
  private boolean ownersAreRead(Clause clause) {
    if (clause.scope() instanceof Clause.Named) {
      return result.problems().isEmpty();
    }
    String path = inTree.apply(clause.suppression().at().path());
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
