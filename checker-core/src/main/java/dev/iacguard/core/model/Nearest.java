package dev.iacguard.core.model;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the most similar name, for "did you mean". */
public final class Nearest {
  /** Longer words are not names that somebody typed. */
  private static final int LONGEST = 128;

  private Nearest() {}

  /** {@code "; did you mean 'x'?"}, or nothing when no candidate is near. */
  public static String hint(String word, Collection<String> candidates) {
    String nearest = of(word, candidates);
    return nearest == null ? "" : "; did you mean '" + nearest + "'?";
  }

  /** The candidate with the fewest edits, or null when a third of the word would have to change. */
  public static @Nullable String of(String word, Collection<String> candidates) {
    if (word.length() > LONGEST) {
      return null;
    }
    String wanted = word.toLowerCase(Locale.ROOT);
    int fewest = Math.max(1, wanted.length() / 3) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - wanted.length()) < fewest) {
        int edits = edits(wanted, candidate.toLowerCase(Locale.ROOT));
        if (edits < fewest) {
          fewest = edits;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int edits(String from, String to) {
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : step(least, from, to, i, j);
      }
    }
    return least[from.length()][to.length()];
  }

  private static int step(int[][] least, String from, String to, int i, int j) {
    int replaced = least[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
  }
}
