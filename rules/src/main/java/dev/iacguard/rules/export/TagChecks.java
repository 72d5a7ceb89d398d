package dev.iacguard.rules.export;

import com.google.re2j.Pattern;
import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.rules.policy.RequiredTag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what the policy wants of tags as clauses of Guard.
 *
 * @param exactly false to compare keys without case, {@code -}, {@code _}, {@code :} and spaces
 */
record TagChecks(StagePaths stage, boolean exactly) {
  private static final String SEPARATORS = "[-_: ]";

  List<String> required(List<RequiredTag> tags) {
    List<String> clauses = new ArrayList<>();
    for (RequiredTag tag : tags) {
      String selected = stage.tagsWith("/" + key(tag.key()) + "/");
      clauses.add(GuardRule.clause(selected + " !empty", "stage lacks the tag " + tag.key()));
      if (!tag.isKeyOnly()) {
        clauses.add(
            GuardRule.clause(
                "some " + selected + stage.tagValue() + " == /" + value(tag) + "/",
                "the tag " + tag.key() + " has a value that is not allowed"));
      }
    }
    return clauses;
  }

  private String key(String key) {
    if (exactly) {
      return "^" + NamePattern.quote(key) + "$";
    }
    StringBuilder pattern = new StringBuilder("(?i)^" + SEPARATORS + "*");
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if ("-_: ".indexOf(c) < 0) {
        pattern.append(NamePattern.quote(String.valueOf(c))).append(SEPARATORS).append('*');
      }
    }
    return pattern.append('$').toString();
  }

  /** Where both values and a pattern are given, the values that match it. */
  private static String value(RequiredTag tag) {
    BoundedRegex regex = tag.pattern();
    if (tag.values().isEmpty() && regex != null) {
      return "^(?:" + regex.pattern().pattern().replace("/", "\\/") + ")$";
    }
    Pattern pattern = regex == null ? Pattern.compile("(?s).*") : regex.pattern();
    return tag.values().stream()
        .filter(pattern::matches)
        .map(NamePattern::quote)
        .collect(Collectors.joining("|", "^(?:", ")$"));
  }
}
