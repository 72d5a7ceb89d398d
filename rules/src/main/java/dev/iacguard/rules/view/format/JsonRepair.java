package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * Corrects JSON that is invalid in a way that leaves one reading: commas, quotes, a last bracket.
 * No character of a member or a variable is changed.
 */
final class JsonRepair {
  private static final int MOST_STEPS = 64;

  private JsonRepair() {}

  /**
   * The format as one that makes objects; null when it is one, or what was meant is not certain.
   */
  static Value.@Nullable Text of(Value.Text format) {
    String text = format.known();
    for (int step = 0; step < MOST_STEPS && text != null; step++) {
      Value.Text current = Value.Text.of(text, format.origin());
      JsonLines lines = new JsonLines(current);
      if (lines.areObjects()) {
        return step == 0 ? null : current;
      }
      text = corrected(text, lines);
    }
    return null;
  }

  private static @Nullable String corrected(String text, JsonLines lines) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') >= 0) {
      return text.replace('\'', '"');
    }
    JsonMistake mistake = lines.mistake();
    if (mistake == null) {
      return lines.areObjectsButForMissingQuotes() ? lines.quoted() : null;
    }
    int at = mistake.offset();
    if (at < 0) {
      return balanced(text.stripTrailing());
    }
    String before = text.substring(0, at);
    return text.charAt(at) == ','
        ? before + text.substring(at + 1)
        : before.stripTrailing() + "," + text.substring(before.stripTrailing().length());
  }

  /** Only the bracket of the whole object can be but at the end. */
  private static @Nullable String balanced(String text) {
    boolean flat = text.startsWith("{") && text.indexOf('{', 1) < 0 && text.indexOf('[') < 0;
    if (!flat) {
      return null;
    }
    return text.endsWith("}") ? text.substring(0, text.length() - 1) : text + "}";
  }
}
