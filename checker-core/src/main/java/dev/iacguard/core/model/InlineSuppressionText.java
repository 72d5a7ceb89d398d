package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses an ignore comment: {@code iac-guard:ignore IG201,IG202 until=2027-03-31 reason="…"}, and
 * optionally {@code since}. The rules come first; a word that starts a comment of its own ends it.
 */
public final class InlineSuppressionText {
  public static final String START = "iac-guard:ignore";

  private static final List<String> KEYS = List.of("since", "until", "reason");

  private final String text;
  private int next;
  private final List<String> rules = new ArrayList<>();
  private @Nullable String since;
  private @Nullable String until;
  private @Nullable String reason;
  private String fault = "";

  private InlineSuppressionText(String text) {
    this.text = text;
    this.next = START.length();
  }

  /**
   * @param text starts with {@link #START}; what is behind the exception may follow
   * @param at the place of the text
   * @param covers the piece of code it speaks for
   */
  public static InlineSuppression read(String text, Span at, Span covers) {
    InlineSuppressionText read = new InlineSuppressionText(text);
    read.words();
    return new InlineSuppression(
        List.copyOf(read.rules),
        read.reason == null ? "" : read.reason,
        read.since,
        read.until,
        read.fault,
        at,
        covers);
  }

  private void words() {
    if (next < text.length() && !isBlank(text.charAt(next))) {
      fault = "expected a space and the rules after " + START;
      return;
    }
    while (fault.isEmpty() && skipBlank() && !startsComment()) {
      String word = word();
      if (next < text.length() && text.charAt(next) == '=') {
        next++;
        give(word, value());
      } else {
        rules(word);
      }
    }
    if (fault.isEmpty() && rules.isEmpty()) {
      fault = "no rule is named";
    }
  }

  private void rules(String word) {
    if (since != null || until != null || reason != null) {
      fault = "'" + word + "' is unexpected here; put a reason of several words in quotes";
      return;
    }
    for (String rule : word.split(",")) {
      if (!rule.isEmpty()) {
        rules.add(rule);
      }
    }
  }

  private void give(String key, String value) {
    switch (key) {
      case "since" -> {
        fault = since == null ? fault : "since is given twice";
        since = value;
      }
      case "until" -> {
        fault = until == null ? fault : "until is given twice";
        until = value;
      }
      case "reason" -> {
        fault = reason == null ? fault : "reason is given twice";
        reason = value;
      }
      default -> fault = "unknown key '" + key + "'" + Nearest.hint(key, KEYS);
    }
  }

  private String word() {
    int start = next;
    while (next < text.length() && !isBlank(text.charAt(next)) && text.charAt(next) != '=') {
      next++;
    }
    return text.substring(start, next);
  }

  private String value() {
    char quote = next < text.length() ? text.charAt(next) : ' ';
    if (quote != '"' && quote != '\'') {
      return word();
    }
    int end = text.indexOf(quote, next + 1);
    if (end < 0) {
      fault = "the closing " + quote + " is missing";
      end = text.length();
    }
    String value = text.substring(next + 1, end);
    next = Math.min(end + 1, text.length());
    return value;
  }

  private boolean startsComment() {
    return text.charAt(next) == '#' || text.startsWith("//", next);
  }

  /** False at the end. */
  private boolean skipBlank() {
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return next < text.length();
  }

  private static boolean isBlank(char c) {
    return c <= ' ';
  }
}
