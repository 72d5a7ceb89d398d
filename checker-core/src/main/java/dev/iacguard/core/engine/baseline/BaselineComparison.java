package dev.iacguard.core.engine.baseline;

import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.StackPath;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compares the findings of a run with those of an earlier one.
 *
 * @param reportedFindings all alerts of the run, each with its standing
 * @param fixed what was found earlier and is gone, in the order of the earlier run
 * @param kept what was found earlier and is still found, as it is now where it is not worse, or was
 *     in a part that this run did not see as a whole
 */
public record BaselineComparison(
    List<ReportedFinding> reportedFindings,
    List<BaselineFinding> fixed,
    List<BaselineFinding> kept) {

  /**
   * A finding is the same when it has the same fingerprint, or when its stack was renamed: the
   * earlier stack is gone, and there is exactly one finding of the same rule on the same address
   * whose stack's path ends most like it.
   *
   * @param result what the alerts were gathered from
   * @param inTree turns a shown path into the path in the tree
   * @param exists whether there is a file or folder at a path in the tree
   */
  public static BaselineComparison of(
      List<ReportedFinding> reportedFindings,
      CheckResult result,
      List<BaselineFinding> before,
      UnaryOperator<String> inTree,
      Predicate<String> exists) {
    Map<String, Boolean> judged = new HashMap<>();
    for (StackReport stack : result.reports()) {
      String path = inTree.apply(stack.stack());
      judged.merge(path, stack.problems().isEmpty(), Boolean::logicalAnd);
    }
    Map<String, BaselineFinding> byPrint = new LinkedHashMap<>();
    for (BaselineFinding baselineFinding : before) {
      byPrint.merge(
          baselineFinding.fingerprint(),
          baselineFinding,
          (one, other) -> weight(one) < weight(other) ? other : one);
    }
    List<BaselineFinding> now =
        reportedFindings.stream()
            .map(reportedFinding -> BaselineFinding.of(reportedFinding, inTree))
            .toList();

    Map<BaselineFinding, BaselineFinding> same = new HashMap<>();
    List<BaselineFinding> fresh = new ArrayList<>();
    for (BaselineFinding found : now) {
      BaselineFinding baselineFinding = byPrint.remove(found.fingerprint());
      if (baselineFinding == null) {
        fresh.add(found);
      } else {
        same.put(found, baselineFinding);
      }
    }
    boolean whole = result.analysisScope().whole();
    Predicate<BaselineFinding> gone =
        baselineFinding ->
            !judged.containsKey(baselineFinding.stack())
                && (whole || !exists.test(StackPath.of(baselineFinding.stack())));
    RenamedStacks renamedStacks =
        new RenamedStacks(byPrint.values().stream().filter(gone).toList());
    same.putAll(renamedStacks.match(fresh));

    List<ReportedFinding> standing = new ArrayList<>();
    List<BaselineFinding> kept = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      BaselineFinding found = now.get(i);
      BaselineFinding earlier = same.get(found);
      standing.add(reportedFindings.get(i).standing(baselineState(found, earlier)));
      if (earlier != null) {
        kept.add(weight(found) > weight(earlier) ? found.judged(earlier.verdict()) : found);
      }
    }
    Set<BaselineFinding> matched = new HashSet<>(same.values());
    Predicate<BaselineFinding> off =
        byPrint.isEmpty() ? baselineFinding -> false : turnedOff(result, inTree);
    List<BaselineFinding> fixed = new ArrayList<>();
    boolean complete = whole && result.problems().isEmpty();
    for (BaselineFinding baselineFinding : byPrint.values()) {
      if (!matched.contains(baselineFinding)) {
        boolean seen =
            judged.getOrDefault(
                baselineFinding.stack(),
                complete || !exists.test(StackPath.of(baselineFinding.stack())));
        (seen && !off.test(baselineFinding) ? fixed : kept).add(baselineFinding);
      }
    }
    return new BaselineComparison(List.copyOf(standing), List.copyOf(fixed), List.copyOf(kept));
  }

  /**
   * Which findings no rule asks for any more: what they speak of is still judged, but not by their
   * rule, which is off now.
   */
  private static Predicate<BaselineFinding> turnedOff(
      CheckResult result, UnaryOperator<String> inTree) {
    Set<String> judged = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        BaselineFinding subject = BaselineFinding.of(verdict, "", inTree);
        judged.add(subject(subject));
        asked.add(subject.rule() + "\0" + subject(subject));
      }
    }
    return baselineFinding ->
        judged.contains(subject(baselineFinding))
            && !asked.contains(baselineFinding.rule() + "\0" + subject(baselineFinding));
  }

  private static String subject(BaselineFinding baselineFinding) {
    return baselineFinding.stack() + "\0" + baselineFinding.resource();
  }

  private static BaselineState baselineState(
      BaselineFinding now, @Nullable BaselineFinding before) {
    if (before == null) {
      return BaselineState.NEW;
    }
    return weight(now) > weight(before) ? BaselineState.WORSE : BaselineState.KNOWN;
  }

  private static int weight(BaselineFinding baselineFinding) {
    return switch (baselineFinding.verdict()) {
      case PASS, NOT_APPLICABLE -> 0;
      case UNKNOWN -> 1;
      case CONDITIONAL -> 2;
      case FAIL -> 3;
    };
  }
}
