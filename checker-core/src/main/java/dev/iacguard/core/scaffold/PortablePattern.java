package dev.iacguard.core.scaffold;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regular expressions of a policy, for languages that read other dialects than RE2. */
final class PortablePattern {
  /** Flags, named groups, POSIX classes, and escapes that are not the same everywhere. */
  private static final Pattern SPECIAL =
      Pattern.compile("\\(\\?(?!:)|\\[\\[:|\\\\[^dDsSwWbnrt\\W]");

  private PortablePattern() {}

  /**
   * One expression that a whole value has to match where all of them match it; null when there is
   * none, or some other dialect reads one in another way.
   */
  static @Nullable String of(List<String> patterns) {
    if (patterns.isEmpty() || patterns.stream().anyMatch(it -> SPECIAL.matcher(it).find())) {
      return null;
    }
    StringBuilder all = new StringBuilder("^");
    for (String pattern : patterns.subList(1, patterns.size())) {
      all.append("(?=(?:").append(pattern).append(")$)");
    }
    return all.append("(?:").append(patterns.getFirst()).append(")$").toString();
  }
}
