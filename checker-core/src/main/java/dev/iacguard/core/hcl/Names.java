package dev.iacguard.core.hcl;

import org.jspecify.annotations.Nullable;

/**
 * Interns names, so that a name in many places is one String.
 *
 * <p>All readers share the table without a lock: a String is safe to publish by a race, and a lost
 * update costs one more String.
 */
final class Names {
  private static final int SLOTS = 1 << 11;
  private static final int LONGEST = 48;
  private static final @Nullable String[] SEEN = new String[SLOTS];

  private Names() {}

  /** The characters between the offsets. */
  static String of(String text, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return text.substring(from, to);
    }
    int hash = length;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + text.charAt(at);
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    String seen = SEEN[slot];
    if (seen != null && seen.length() == length && text.startsWith(seen, from)) {
      return seen;
    }
    String name = text.substring(from, to);
    SEEN[slot] = name;
    return name;
  }
}
