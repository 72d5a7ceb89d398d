package dev.iacguard.cli.git;

import org.jspecify.annotations.Nullable;

/**
 * A file before and after a change.
 *
 * @param before null when it was not there
 * @param after null when it is no longer there
 */
record Change(@Nullable FileVersion before, @Nullable FileVersion after) {

  boolean isOfSubmodule() {
    return (before != null && before.isSubmodule()) || (after != null && after.isSubmodule());
  }
}
