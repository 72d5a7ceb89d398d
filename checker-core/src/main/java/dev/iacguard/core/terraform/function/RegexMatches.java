package dev.iacguard.core.terraform.function;

import com.google.re2j.Matcher;
import dev.iacguard.core.model.BoundedRegex;
import org.jspecify.annotations.Nullable;

/** Finds all matches of a regular expression in a string, in order, as Go does. */
final class RegexMatches {
  /** The program's size times the characters it is run over. */
  private static final long MAX_STEPS = 300_000_000;

  private final Matcher matcher;
  private final String text;
  private final long size;
  private long steps;
  private int from;
  private int before = -1;

  RegexMatches(BoundedRegex regex, String text) {
    this.matcher = regex.pattern().matcher(text);
    this.text = text;
    this.size = regex.size();
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
