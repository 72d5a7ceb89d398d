package dev.iacguard.core.deployed;

import dev.iacguard.core.model.Problem;
import org.jspecify.annotations.Nullable;

/** Counts resources that exports show twice, and differently. */
final class Contradictions {
  private @Nullable ExportedResource first;
  private @Nullable ExportedResource second;
  private int more;

  void add(ExportedResource before, ExportedResource now) {
    if (first == null) {
      first = before;
      second = now;
    } else {
      more++;
    }
  }

  /** One for all of them; null when there are none. */
  @Nullable Problem problem() {
    return first == null || second == null
        ? null
        : Problem.unreadable(
            second.at(),
            second.id()
                + " is exported twice with different settings, also at "
                + first.path()
                + ":"
                + first.place().line()
                + (more == 0 ? "" : ", and " + more + " more resources are")
                + "; what differs is unknown");
  }
}
