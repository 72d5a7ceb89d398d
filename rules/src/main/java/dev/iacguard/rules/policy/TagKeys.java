package dev.iacguard.rules.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds required tag keys among tags. */
public final class TagKeys {
  private TagKeys() {}

  /**
   * The required keys that are not there, as they are required.
   *
   * @param exactly false to compare without case, {@code -}, {@code _}, {@code :} and spaces
   */
  public static List<String> missing(
      List<String> required, Collection<String> present, boolean exactly) {
    Set<String> there = new HashSet<>();
    present.forEach(key -> there.add(exactly ? key : plain(key)));
    List<String> missing = new ArrayList<>(required);
    missing.removeIf(key -> there.contains(exactly ? key : plain(key)));
    return missing;
  }

  private static String plain(String key) {
    StringBuilder plain = new StringBuilder();
    for (char c : key.toLowerCase(Locale.ROOT).toCharArray()) {
      if ("-_: ".indexOf(c) < 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
