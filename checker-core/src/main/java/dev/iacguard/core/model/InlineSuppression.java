package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ignore comment or entry beside the code, as its author wrote it: nothing in it is checked yet.
 *
 * @param rules ids or names
 * @param reason blank when there is none
 * @param since a date, or null when there is none
 * @param until a date, or null when there is none
 * @param fault what is wrong with the way it is written, as a sentence without a full stop; empty
 *     when it could be read
 * @param at the exception itself
 * @param covers the piece of code it speaks for
 */
public record InlineSuppression(
    List<String> rules,
    String reason,
    @Nullable String since,
    @Nullable String until,
    String fault,
    Span at,
    Span covers) {

  /** How many there may be in one file. */
  public static final int MOST = 1_000;

  /** One that cannot be read. */
  public static InlineSuppression broken(String fault, Span at) {
    return new InlineSuppression(List.of(), "", null, null, fault, at, at);
  }
}
