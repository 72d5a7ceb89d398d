package dev.iacguard.cli.report;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * A problem that people need to read only once: a module that is not in the tree may be called from
 * many places.
 *
 * @param members the problem at every place where it is met, at least one
 */
public record GroupedProblem(Problem problem, Rank rank, List<Problem> members)
    implements ReportItem {

  private static final int MOST_PLACES = 3;

  /** Sorted. What is not available or beyond a limit may be the same thing at several places. */
  static List<GroupedProblem> of(List<Problem> problems, Report report) {
    Map<Object, GroupedProblem> byKey = new LinkedHashMap<>();
    for (Problem problem : problems) {
      Object key = isOneForSeveral(problem) ? cause(problem) : problem;
      byKey
          .computeIfAbsent(
              key,
              any ->
                  new GroupedProblem(problem, Rank.of(report.severity(problem)), new ArrayList<>()))
          .members
          .add(problem);
    }
    List<GroupedProblem> sorted = new ArrayList<>(byKey.values());
    sorted.sort(null);
    return sorted;
  }

  private static boolean isOneForSeveral(Problem problem) {
    return problem.rule().equals(Problem.NOT_AVAILABLE)
        || problem.rule().equals(Problem.LIMIT)
        || !problem.several().isEmpty();
  }

  /** What the places have in common. */
  private static String cause(Problem problem) {
    return problem.several().isEmpty() ? problem.message() : problem.several();
  }

  /** Where it is met. */
  List<Span> places() {
    return members.stream().map(Problem::at).toList();
  }

  /** Some of the other places, in words; those of other messages first. Empty for none. */
  String others() {
    Map<String, Problem> firsts = new LinkedHashMap<>();
    members.forEach(member -> firsts.putIfAbsent(member.message(), member));
    SequencedSet<Problem> others = new LinkedHashSet<>(firsts.values());
    others.addAll(members);
    others.removeFirst();
    String shown =
        others.stream()
            .limit(MOST_PLACES)
            .map(other -> place(other.at()))
            .collect(Collectors.joining(", "));
    int more = others.size() - MOST_PLACES;
    return shown + (more > 0 ? " and " + more + " more" : "");
  }

  private static String place(Span place) {
    return place.file().text().isEmpty() ? place.path() : place.toString();
  }

  /** One for each place. */
  List<GroupedProblem> apart() {
    return members.stream()
        .map(member -> new GroupedProblem(member, rank, List.of(member)))
        .toList();
  }

  @Override
  public String rule() {
    return problem.rule();
  }

  /** With the number of places where there are more than one. */
  @Override
  public String message() {
    long messages = members.stream().map(Problem::message).distinct().count();
    String places = members.size() > messages ? " (" + members.size() + " places)" : "";
    return messages == 1
        ? Printable.brief(problem.message()) + places
        : messages + " " + problem.several() + places;
  }

  @Override
  public Span at() {
    return problem.at();
  }

  /** An edit of the policy that judges a change is part of the change. */
  @Override
  public boolean onChange() {
    return problem.rule().equals(Problem.POLICY_CHANGED);
  }
}
