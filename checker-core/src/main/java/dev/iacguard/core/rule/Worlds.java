package dev.iacguard.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Asks one question in every world that it can tell apart. A world is told apart only by the
 * conditions that the question really looks at, so a template may have any number of conditions.
 */
public final class Worlds {
  private Worlds() {}

  /**
   * An answer and the decisions it was given under.
   *
   * @param decisions in the order they were met
   */
  public record Case<R>(R answer, List<Decision> decisions) {}

  /**
   * @param complete false when there are more worlds than were looked at
   */
  public record Cases<R>(List<Case<R>> cases, boolean complete) {}

  /**
   * @param most how many worlds are looked at before giving up
   * @param question gives the same answer in the same world
   */
  public static <R> Cases<R> explore(int most, Function<World, R> question) {
    List<Case<R>> cases = new ArrayList<>();
    List<Decision> start = List.of();
    while (true) {
      World world = new World(start);
      R answer = question.apply(world);
      cases.add(new Case<>(answer, world.decisions()));
      start = nextStart(world.decisions());
      if (start.isEmpty()) {
        return new Cases<>(List.copyOf(cases), true);
      }
      if (cases.size() >= most) {
        return new Cases<>(List.copyOf(cases), false);
      }
    }
  }

  /** Yes is always tried first: turns the last yes into a no. Empty when there is none left. */
  private static List<Decision> nextStart(List<Decision> decisions) {
    for (int last = decisions.size() - 1; last >= 0; last--) {
      if (decisions.get(last).holds()) {
        List<Decision> start = new ArrayList<>(decisions.subList(0, last));
        start.add(decisions.get(last).opposite());
        return start;
      }
    }
    return List.of();
  }
}
