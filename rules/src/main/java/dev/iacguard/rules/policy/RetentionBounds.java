package dev.iacguard.rules.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bounds on the retention of log events, in days.
 *
 * @param min null for no lower bound
 * @param max null for no upper bound
 * @param allowed the only values that may be used; empty for any
 */
public record RetentionBounds(@Nullable Integer min, @Nullable Integer max, List<Integer> allowed) {

  public static final RetentionBounds NONE = new RetentionBounds(null, null, List.of());

  /** The values that CloudWatch Logs accepts (PutRetentionPolicy, CloudWatch Logs API). */
  private static final List<Integer> ACCEPTED =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  /** True when any accepted value will do. */
  public boolean isNone() {
    return min == null && max == null && allowed.isEmpty();
  }

  public static boolean isAccepted(int days) {
    return ACCEPTED.contains(days);
  }

  /** What is wrong with a number of days, to complete "retention of 7 days …"; null for nothing. */
  public @Nullable String objection(int days) {
    if (!isAccepted(days)) {
      return "is not a value that CloudWatch Logs accepts";
    }
    if (min != null && days < min) {
      return "is shorter than the required " + min + " days";
    }
    if (max != null && days > max) {
      return "is longer than the " + max + " days allowed";
    }
    return allowed.isEmpty() || allowed.contains(days) ? null : "is not one of " + allowed;
  }

  /** Every accepted value that the bounds allow, the smallest first. */
  public List<Integer> all() {
    return ACCEPTED.stream().filter(days -> objection(days) == null).toList();
  }

  /** The accepted value nearest to what was meant that the bounds allow, or null for none. */
  public @Nullable Integer nearest(int days) {
    Integer nearest = null;
    for (Integer candidate : all()) {
      if (nearest == null || Math.abs(candidate - days) < Math.abs(nearest - days)) {
        nearest = candidate;
      }
    }
    return nearest;
  }
}
