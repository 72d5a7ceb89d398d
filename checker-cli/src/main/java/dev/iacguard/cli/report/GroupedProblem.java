package dev.iacguard.cli.report;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        || isPart(problem);
  }

  private static boolean isPart(Problem problem) {
    return problem.message().startsWith(Problem.PART_OF_TEMPLATE);
  }

  /** What the places have in common. */
  private static String cause(Problem problem) {
    return isPart(problem) ? Problem.PART_OF_TEMPLATE : problem.message();
  }

  /** Where it is met. */
  List<Span> places() {
    return members.stream().map(Problem::at).toList();
  }

  /** Some of the other places, in words; empty when there are none. */
  String others() {
    List<String> shown = new ArrayList<>();
    List<Span> places = places();
    for (Span place : places.subList(1, Math.min(places.size(), 1 + MOST_PLACES))) {
      shown.add(place.file().text().isEmpty() ? place.path() : place.toString());
    }
    return String.join(", ", shown) + (places.size() > 1 + MOST_PLACES ? ", …" : "");
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
    return members.size() == 1
        ? Printable.brief(problem.message())
        : Printable.brief(cause(problem)) + " (" + members.size() + " places)";
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
