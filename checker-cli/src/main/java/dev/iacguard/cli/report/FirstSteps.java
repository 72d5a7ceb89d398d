package dev.iacguard.cli.report;

import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The causes whose fix answers the most findings. */
public final class FirstSteps {
  private static final int MOST = 3;

  private FirstSteps() {}

  /**
   * A cause and what it decides.
   *
   * @param help what to do; may be empty
   * @param at the first of its places
   * @param effect {@code fixes 4 rules for 12 stages}, or decides them where they are unknown
   */
  public record Step(String message, String help, Span at, String effect) {}

  /** The same thing to do, wherever it is to be done. */
  private record Cause(Rank rank, String message, String help) {}

  /** Errors before what is lighter, then those that decide the most; a few at most. */
  public static List<Step> of(List<ReportItem> items) {
    Map<Cause, List<GroupedFinding>> byCause = new LinkedHashMap<>();
    for (ReportItem item : items) {
      if (item instanceof GroupedFinding group && group.rank() != Rank.NOTE) {
        String help = group.lead().finding().help();
        byCause
            .computeIfAbsent(
                new Cause(group.rank(), group.message(), help), cause -> new ArrayList<>())
            .add(group);
      }
    }
    List<Map.Entry<Cause, List<GroupedFinding>>> causes = new ArrayList<>(byCause.entrySet());
    causes.sort((one, other) -> Integer.compare(findings(other), findings(one)));
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<Cause, List<GroupedFinding>> cause :
        causes.subList(0, Math.min(MOST, causes.size()))) {
      Span at = cause.getValue().get(0).at();
      steps.add(
          new Step(
              cause.getKey().message,
              cause.getKey().help,
              at,
              effect(cause.getKey().rank, cause.getValue())));
    }
    return steps;
  }

  private static int findings(Map.Entry<Cause, List<GroupedFinding>> cause) {
    return cause.getValue().stream().mapToInt(group -> group.members().size()).sum();
  }

  private static String effect(Rank rank, List<GroupedFinding> groups) {
    Set<String> rules = new LinkedHashSet<>();
    Set<Subject> subjects = new LinkedHashSet<>();
    for (GroupedFinding group : groups) {
      rules.addAll(group.rules());
      subjects.addAll(group.subjects());
    }
    String kind = subjects.iterator().next().kind();
    boolean same = subjects.stream().allMatch(subject -> subject.kind().equals(kind));
    return (rank == Rank.UNKNOWN ? "decides " : "fixes ")
        + (rules.size() == 1 ? rules.iterator().next() : Summary.count(rules.size(), "rule"))
        + " for "
        + Summary.count(subjects.size(), same ? kind : "resource");
  }
}
