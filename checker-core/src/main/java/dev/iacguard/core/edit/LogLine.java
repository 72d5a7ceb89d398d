package dev.iacguard.core.edit;

import java.util.Map;

/**
 * An access log line of a stage that new stages can repeat.
 *
 * @param members variables by name; of a line that is not JSON, each variable by itself
 * @param words the line as it is logged if it is not JSON; empty for a JSON object of strings
 * @param separator what is between words that are added to it
 */
public record LogLine(Map<String, String> members, String words, String separator) {
  /** A JSON object of strings. */
  public static LogLine json(Map<String, String> members) {
    return new LogLine(members, "", "");
  }
}
