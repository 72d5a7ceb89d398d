package dev.iacguard.core.cloudformation.template;

import java.util.Arrays;

/**
 * Converts positions counted in code points, as the YAML reader counts, into offsets in UTF-16
 * units.
 */
final class CodePoints {
  /** Where the characters stand that take two units, counted in code points; sorted. */
  private final int[] wide;

  private CodePoints(int[] wide) {
    this.wide = wide;
  }

  static CodePoints of(String text) {
    int[] wide = new int[text.length() - text.codePointCount(0, text.length())];
    int found = 0;
    for (int at = 0, point = 0; found < wide.length; point++) {
      int width = Character.charCount(text.codePointAt(at));
      if (width == 2) {
        wide[found++] = point;
      }
      at += width;
    }
    return new CodePoints(wide);
  }

  int offset(int codePoint) {
    if (wide.length == 0) {
      return codePoint;
    }
    int found = Arrays.binarySearch(wide, codePoint);
    return codePoint + (found >= 0 ? found : -found - 1);
  }
}
