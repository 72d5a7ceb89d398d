package dev.iacguard.rules.policy;

import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag that a resource has to have.
 *
 * @param values the allowed values, compared exactly, as AWS compares them; empty for any
 * @param pattern what the whole value has to match; null for any
 */
public record RequiredTag(String key, List<String> values, @Nullable BoundedRegex pattern) {
  /** With more allowed values than this, not all are named in a help. */
  private static final int MOST_NAMED = 6;

  /** AWS takes no longer value (Tagging AWS resources, tag naming limits). */
  public static final int LONGEST_VALUE = 256;

  /** A tag with any value. */
  public static RequiredTag ofKey(String key) {
    return new RequiredTag(key, List.of(), null);
  }

  /** Whether any value will do. */
  public boolean isKeyOnly() {
    return values.isEmpty() && pattern == null;
  }

  /** Whether a resolved value is allowed. */
  public Fit fit(Value value) {
    String text = Properties.scalar(value);
    if (text != null) {
      return Fit.of((values.isEmpty() || values.contains(text)) && matches(text));
    }
    return values.isEmpty() || values.stream().anyMatch(allowed -> mayBe(value, allowed))
        ? Fit.PERHAPS
        : Fit.NO;
  }

  private boolean matches(String text) {
    return pattern == null || (text.length() <= LONGEST_VALUE && pattern.pattern().matches(text));
  }

  private static boolean mayBe(Value value, String allowed) {
    Value.Text text = Value.Text.of(allowed, value.origin());
    return TextComparison.of(value, text) != TextComparison.DIFFERENT;
  }

  /** Completes "a value that …". */
  public String requirement() {
    String match = pattern == null ? "" : "matches " + pattern.pattern().pattern();
    String one = values.isEmpty() ? "" : "is one of " + String.join(", ", named());
    return one + (one.isEmpty() || match.isEmpty() ? "" : " and ") + match;
  }

  private List<String> named() {
    return values.size() <= MOST_NAMED ? values : values.subList(0, MOST_NAMED);
  }

  /** A value to paste: an allowed one, or an ellipsis to fill in. */
  public String example() {
    return values.stream().filter(this::matches).findFirst().orElse("...");
  }

  /** The allowed value that is most like the text; null when none is near. */
  public @Nullable String nearest(String text) {
    return Nearest.of(text, values);
  }

  /** How a value that may be partly known stands to what is required. */
  public enum Fit {
    YES,
    /** That depends on what is not known. */
    PERHAPS,
    NO;

    private static Fit of(boolean fits) {
      return fits ? YES : NO;
    }
  }
}
