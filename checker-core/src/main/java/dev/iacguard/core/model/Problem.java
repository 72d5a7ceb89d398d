package dev.iacguard.core.model;

import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Span;

/**
 * Something that could not be read or followed.
 *
 * @param rule {@code IG001} (not readable), {@code IG002} (module not available), {@code IG003}
 *     (exception that is wrong), {@code IG004} (limit), {@code IG005} (the change under review
 *     edits what it is judged by)
 * @param at the place; the start of an empty file when the content could not be had
 * @param message one sentence without a full stop
 * @param several what is said of several like it, behind their number; empty when each is to be
 *     read by itself
 */
public record Problem(String rule, Span at, String message, String several) {
  public static final String UNREADABLE = "IG001";
  public static final String NOT_AVAILABLE = "IG002";
  public static final String INVALID_WAIVER = "IG003";
  public static final String LIMIT = "IG004";
  public static final String POLICY_CHANGED = "IG005";

  public static Problem unreadable(Span at, String message) {
    return new Problem(UNREADABLE, at, message, "");
  }

  public static Problem notAvailable(Span at, String message) {
    return new Problem(NOT_AVAILABLE, at, message, "");
  }

  public static Problem invalidWaiver(Span at, String message) {
    return new Problem(INVALID_WAIVER, at, message, "");
  }

  public static Problem limit(Span at, String message) {
    return new Problem(LIMIT, at, message, "");
  }

  public static Problem policyChanged(Span at, String message) {
    return new Problem(POLICY_CHANGED, at, message, "");
  }

  /** The same where one sentence is enough for several like it, as {@link #several} has it. */
  public Problem amongOthers(String words) {
    return new Problem(rule, at, message, words);
  }

  /**
   * What could not be read at all.
   *
   * @param what stands before the reason, with a space behind it
   */
  public static Problem failed(Content.Failed failed, String what) {
    String message = what + failed.reason();
    Span at = failed.file().all();
    return failed.limit() ? limit(at, message) : unreadable(at, message);
  }

  /** True when some input could not be analysed because of it (exit code 3). */
  public boolean leavesInputUnread() {
    return rule.equals(UNREADABLE) || rule.equals(LIMIT);
  }
}
