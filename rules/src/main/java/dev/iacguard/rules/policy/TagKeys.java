package dev.iacguard.rules.policy;

import java.util.Locale;

/** Compares tag keys. */
public final class TagKeys {
  private TagKeys() {}

  /**
   * Whether a key counts as the one that is required.
   *
   * @param exactly false to compare without case, {@code -}, {@code _}, {@code :} and spaces
   */
  public static boolean same(String required, String present, boolean exactly) {
    return required.equals(present) || (!exactly && plain(required).equals(plain(present)));
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
