package dev.iacguard.core.engine;

import dev.iacguard.core.rule.StackReport;
import dev.iacguard.core.rule.Verdict;
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
 * How the findings of a run stand to those of an earlier one.
 *
 * @param alerts all alerts of the run, each with its standing
 * @param mended what was found earlier and is gone, in the order of the earlier run
 * @param kept what was found earlier and is still found, as it is now where it is not worse, or was
 *     in a part that this run did not see as a whole
 */
public record Comparison(List<Alert> alerts, List<Known> mended, List<Known> kept) {

  /**
   * A finding is the same when it has the same fingerprint, or when its stack was renamed: the
   * earlier stack is gone, and there is exactly one finding of the same rule on the same address
   * whose stack's path ends most like it.
   *
   * @param result what the alerts were gathered from
   * @param inTree turns a shown path into the path in the tree
   * @param exists whether there is a file or folder at a path in the tree
   */
  public static Comparison of(
      List<Alert> alerts,
      CheckResult result,
      List<Known> before,
      UnaryOperator<String> inTree,
      Predicate<String> exists) {
    Map<String, Boolean> judged = new HashMap<>();
    for (StackReport stack : result.reports()) {
      String path = inTree.apply(stack.stack());
      judged.merge(path, stack.problems().isEmpty(), Boolean::logicalAnd);
    }
    Map<String, Known> byPrint = new LinkedHashMap<>();
    for (Known known : before) {
      byPrint.merge(
          known.fingerprint(), known, (one, other) -> weight(one) < weight(other) ? other : one);
    }
    List<Known> now = alerts.stream().map(alert -> Known.of(alert, inTree)).toList();

    Map<Known, Known> same = new HashMap<>();
    List<Known> fresh = new ArrayList<>();
    for (Known found : now) {
      Known known = byPrint.remove(found.fingerprint());
      if (known == null) {
        fresh.add(found);
      } else {
        same.put(found, known);
      }
    }
    boolean whole = result.extent().whole();
    Predicate<Known> gone =
        known ->
            !judged.containsKey(known.stack())
                && (whole || !exists.test(StackPath.of(known.stack())));
    Renaming renaming = new Renaming(byPrint.values().stream().filter(gone).toList());
    same.putAll(renaming.match(fresh));

    List<Alert> standing = new ArrayList<>();
    List<Known> kept = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Known found = now.get(i);
      Known earlier = same.get(found);
      standing.add(alerts.get(i).standing(standing(found, earlier)));
      if (earlier != null) {
        kept.add(weight(found) > weight(earlier) ? found.judged(earlier.verdict()) : found);
      }
    }
    Set<Known> matched = new HashSet<>(same.values());
    Predicate<Known> off = byPrint.isEmpty() ? known -> false : turnedOff(result, inTree);
    List<Known> mended = new ArrayList<>();
    boolean complete = whole && result.problems().isEmpty();
    for (Known known : byPrint.values()) {
      if (!matched.contains(known)) {
        boolean seen =
            judged.getOrDefault(
                known.stack(), complete || !exists.test(StackPath.of(known.stack())));
        (seen && !off.test(known) ? mended : kept).add(known);
      }
    }
    return new Comparison(List.copyOf(standing), List.copyOf(mended), List.copyOf(kept));
  }

  /**
   * Which findings no rule asks for any more: what they speak of is still judged, but not by their
   * rule, which is off now.
   */
  private static Predicate<Known> turnedOff(CheckResult result, UnaryOperator<String> inTree) {
    Set<String> judged = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (StackReport stack : result.reports()) {
      for (Verdict verdict : stack.verdicts()) {
        Known subject = Known.of(verdict, "", inTree);
        judged.add(subject(subject));
        asked.add(subject.rule() + "\0" + subject(subject));
      }
    }
    return known ->
        judged.contains(subject(known)) && !asked.contains(known.rule() + "\0" + subject(known));
  }

  private static String subject(Known known) {
    return known.stack() + "\0" + known.resource();
  }

  private static Standing standing(Known now, @Nullable Known before) {
    if (before == null) {
      return Standing.NEW;
    }
    return weight(now) > weight(before) ? Standing.WORSE : Standing.KNOWN;
  }

  private static int weight(Known known) {
    return switch (known.verdict()) {
      case PASS, NOT_APPLICABLE -> 0;
      case UNKNOWN -> 1;
      case CONDITIONAL -> 2;
      case FAIL -> 3;
    };
  }
}
