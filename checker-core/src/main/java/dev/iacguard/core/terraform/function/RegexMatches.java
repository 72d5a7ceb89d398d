package dev.iacguard.core.terraform.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds all matches of a regular expression in a string, in order, as Go does. */
final class RegexMatches {
  private static final int MAX_SIZE = 20_000;
  private static final int MAX_NESTING = 50;

  /** The program's size times the characters it is run over. */
  private static final long MAX_STEPS = 300_000_000;

  private final Matcher matcher;
  private final String text;
  private final long size;
  private long steps;
  private int from;
  private int before = -1;

  RegexMatches(Pattern pattern, String text) {
    this.matcher = pattern.matcher(text);
    this.text = text;
    this.size = RegexSize.of(pattern.pattern());
  }

  /** Null for what is no regular expression, or one that is too large. */
  static @Nullable Pattern compile(String pattern) {
    long size = RegexSize.of(pattern);
    if (size < 0 || size > MAX_SIZE || nesting(pattern) > MAX_NESTING) {
      return null;
    }
    try {
      return Pattern.compile(pattern);
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

  /** The next match, or null when there is none or the search is given up. */
  @Nullable Matcher next() {
    while (from <= text.length()) {
      steps += size * (text.length() - from);
      if (isGivenUp() || !matcher.find(from)) {
        return null;
      }
      int end = matcher.end();
      // An empty match right behind another one does not count.
      boolean counts = matcher.start() < end || end != before;
      before = end;
      from =
          end > from
              ? end
              : end < text.length() ? end + Character.charCount(text.codePointAt(end)) : end + 1;
      if (counts) {
        return matcher;
      }
    }
    return null;
  }

  /** True when the search would take too long. */
  boolean isGivenUp() {
    return steps > MAX_STEPS;
  }
}
