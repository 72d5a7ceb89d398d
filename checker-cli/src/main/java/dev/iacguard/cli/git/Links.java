package dev.iacguard.cli.git;

import dev.iacguard.core.source.Paths;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the symbolic links of a tree in git, as far as they stay inside it. */
final class Links {
  /** What Linux follows at most. */
  private static final int MOST = 40;

  private final Listing listing;
  private final Function<FileVersion, String> target;

  Links(Listing listing, Function<FileVersion, String> target) {
    this.listing = listing;
    this.target = target;
  }

  /** The path itself when no link is on it; one that nothing has when a link leads nowhere. */
  String resolve(String path) {
    String at = path;
    for (int followed = 0; listing.hasLinks() && followed <= MOST; followed++) {
      @Nullable String next = step(at);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return listing.hasLinks() ? "\0" : at;
  }

  /** Replaces the first link on the path; null when there is none. */
  private @Nullable String step(String path) {
    for (int slash = path.indexOf('/'); ; slash = path.indexOf('/', slash + 1)) {
      String front = slash < 0 ? path : path.substring(0, slash);
      @Nullable FileVersion file = listing.file(front);
      if (file != null && file.isLink()) {
        String rest = slash < 0 ? "" : path.substring(slash);
        @Nullable String to = Paths.resolve(Paths.folder(front), target.apply(file) + rest);
        return to == null ? "\0" : to;
      }
      if (slash < 0) {
        return null;
      }
    }
  }
}
