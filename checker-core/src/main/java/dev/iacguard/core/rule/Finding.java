package dev.iacguard.core.rule;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reports of a subject, and where.
 *
 * @param message one sentence without a full stop
 * @param at the piece of source to point at
 * @param label a few words under that piece; may be empty
 * @param value the origin of the value that decided, for its trail; null when nothing was written
 * @param help what to do, as one sentence without a full stop; may be empty
 * @param related other places that matter, in the order to read them
 * @param severity what this finding weighs where it weighs less than its rule; null for the rule's
 * @param rootCause what it shares with other findings; null when nothing is known of that
 * @param example code to paste that does what the help says; null when there is none
 * @param fix a change of the code that fixes it; null when the rule knows none
 */
public record Finding(
    String message,
    Span at,
    String label,
    @Nullable Origin value,
    String help,
    List<Related> related,
    @Nullable Severity severity,
    @Nullable RootCause rootCause,
    @Nullable Example example,
    @Nullable Fix fix) {

  /** Another place that matters. */
  public record Related(String message, Span at) {}

  public static Finding of(String message, Span at) {
    return new Finding(message, at, "", null, "", List.of(), null, null, null, null);
  }

  public Finding labelled(String words) {
    return new Finding(message, at, words, value, help, related, severity, rootCause, example, fix);
  }

  public Finding because(Origin origin) {
    return new Finding(
        message, at, label, origin, help, related, severity, rootCause, example, fix);
  }

  public Finding helped(String words) {
    return new Finding(
        message, at, label, value, words, related, severity, rootCause, example, fix);
  }

  public Finding with(List<Related> places) {
    return new Finding(
        message, at, label, value, help, List.copyOf(places), severity, rootCause, example, fix);
  }

  /** The same finding with more places behind its own. */
  public Finding alsoWith(List<Related> places) {
    return with(Stream.concat(related.stream(), places.stream()).toList());
  }

  /** The same finding where it weighs less than its rule; null for what the rule weighs. */
  public Finding weighing(@Nullable Severity less) {
    return new Finding(message, at, label, value, help, related, less, rootCause, example, fix);
  }

  /** The same finding with what it shares with others. */
  public Finding rootedIn(RootCause cause) {
    return new Finding(message, at, label, value, help, related, severity, cause, example, fix);
  }

  /** The same finding with code to paste; null for none. */
  public Finding showing(@Nullable Example code) {
    return new Finding(message, at, label, value, help, related, severity, rootCause, code, fix);
  }

  /** The same finding with a change that fixes it; null when there is none. */
  public Finding fixedBy(@Nullable Fix change) {
    return new Finding(
        message, at, label, value, help, related, severity, rootCause, example, change);
  }
}
