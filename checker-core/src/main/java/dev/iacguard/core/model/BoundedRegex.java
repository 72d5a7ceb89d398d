package dev.iacguard.core.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of RE2, which matches in linear time, of a size that can be afforded.
 *
 * @param size of the program, at most {@value #MAX_SIZE} steps
 */
public record BoundedRegex(Pattern pattern, long size) {
  private static final int MAX_SIZE = 20_000;
  private static final int MAX_NESTING = 50;

  /** Null for what is no regular expression, or one that is too large. */
  public static @Nullable BoundedRegex of(String pattern) {
    long size = RegexSize.of(pattern);
    if (size < 0 || size > MAX_SIZE || nesting(pattern) > MAX_NESTING) {
      return null;
    }
    try {
      return new BoundedRegex(Pattern.compile(pattern), size);
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static int nesting(String pattern) {
    int deepest = 0;
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      depth += pattern.charAt(i) == '(' ? 1 : pattern.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
