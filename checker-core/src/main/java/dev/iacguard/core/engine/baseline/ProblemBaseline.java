package dev.iacguard.core.engine.baseline;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Sha256;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Compares the problems of a run with those in a baseline. Two problems are the same when they have
 * the same rule, file and message.
 *
 * @param fresh those that the baseline does not have
 * @param known those that it has
 * @param fixed what it has and is gone
 * @param kept what it has and is still there, or was not looked at
 */
public record ProblemBaseline(
    List<Problem> fresh,
    List<Problem> known,
    List<BaselineFinding> fixed,
    List<BaselineFinding> kept) {
  private static final int BYTES = 16;

  /** Whether a baseline records problems of a rule. */
  public static boolean records(String rule) {
    return rule.equals(Problem.UNREADABLE) || rule.equals(Problem.NOT_AVAILABLE);
  }

  /**
   * Those problems that a baseline records.
   *
   * @param inTree turns a shown path into the path in the tree
   */
  public static List<BaselineFinding> of(
      Collection<Problem> problems, UnaryOperator<String> inTree) {
    Sha256 sha256 = new Sha256();
    return problems.stream()
        .filter(problem -> records(problem.rule()))
        .map(problem -> finding(problem, inTree, sha256))
        .distinct()
        .toList();
  }

  /**
   * @param before the entries of a baseline; those of other rules are left alone
   * @param isGone whether what was said of a path in the tree was looked for again
   */
  public static ProblemBaseline compare(
      List<BaselineFinding> before,
      List<Problem> problems,
      UnaryOperator<String> inTree,
      Predicate<String> isGone) {
    Map<String, BaselineFinding> old = new HashMap<>();
    before.stream()
        .filter(entry -> records(entry.rule()))
        .forEach(entry -> old.put(entry.fingerprint(), entry));
    Sha256 sha256 = new Sha256();
    List<Problem> fresh = new ArrayList<>();
    List<Problem> known = new ArrayList<>();
    List<BaselineFinding> kept = new ArrayList<>();
    for (Problem problem : problems) {
      BaselineFinding entry = finding(problem, inTree, sha256);
      boolean isKnown = records(problem.rule()) && old.containsKey(entry.fingerprint());
      (isKnown ? known : fresh).add(problem);
      if (isKnown && !kept.contains(entry)) {
        kept.add(entry);
      }
    }
    kept.forEach(entry -> old.remove(entry.fingerprint()));
    List<BaselineFinding> fixed = new ArrayList<>();
    before.stream()
        .filter(entry -> old.remove(entry.fingerprint(), entry))
        .forEach(entry -> (isGone.test(entry.stack()) ? fixed : kept).add(entry));
    return new ProblemBaseline(
        List.copyOf(fresh), List.copyOf(known), List.copyOf(fixed), List.copyOf(kept));
  }

  private static BaselineFinding finding(
      Problem problem, UnaryOperator<String> inTree, Sha256 sha256) {
    String path = inTree.apply(problem.at().path());
    String print = sha256.hex(String.join("\0", problem.rule(), path, problem.message()), BYTES);
    return new BaselineFinding(
        problem.rule(), path, problem.message(), Verdict.Kind.UNKNOWN, print);
  }
}
