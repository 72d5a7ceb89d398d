package dev.iacguard.cli.change;

import dev.iacguard.core.engine.SourceExemptions;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says which exceptions beside the code are new, and which cover more or hold longer than before.
 */
public final class Ignores {
  private static final String NO_END = "no end";

  private Ignores() {}

  /**
   * One exception from one rule.
   *
   * @param place what it speaks for, see {@link Outline}
   */
  private record Ignore(String rule, String place) {}

  /**
   * @param path of the file now, in the tree
   * @param now those that are in it
   * @param base the files as they were
   * @param old the path that the file had there
   * @param ids turns a rule's name into its id
   */
  public static List<Weakening> added(
      String path,
      List<InlineSuppression> now,
      SourceTree base,
      String old,
      UnaryOperator<String> ids) {
    Map<Ignore, List<String>> before = new HashMap<>();
    if (base.isFile(old) && base.read(old) instanceof Content.Decoded decoded) {
      for (InlineSuppression inlineSuppression : SourceExemptions.in(old, decoded.file())) {
        of(inlineSuppression, ids)
            .forEach(
                ignore ->
                    before
                        .computeIfAbsent(ignore, key -> new ArrayList<>())
                        .add(until(inlineSuppression)));
      }
    }
    List<Weakening> added = new ArrayList<>();
    for (InlineSuppression inlineSuppression : now) {
      for (Ignore ignore : of(inlineSuppression, ids)) {
        String message = message(ignore, until(inlineSuppression), before.get(ignore));
        if (message != null) {
          added.add(new Weakening(path + " " + ignore, inlineSuppression.at(), message));
        }
      }
    }
    return added;
  }

  /** Null when it was there before; takes it out of those that were. */
  private static @Nullable String message(
      Ignore ignore, String until, @Nullable List<String> before) {
    String what = ignore.rule + (ignore.place.isEmpty() ? "" : " for " + ignore.place);
    if (before == null || before.isEmpty()) {
      return "ignore is added: " + what;
    }
    String end = before.remove(0);
    return Waivers.later(end, until).equals(end)
        ? null
        : "ignore is extended: " + what + " until " + end + " -> " + until;
  }

  /** None for one that is broken: it covers nothing. */
  private static List<Ignore> of(InlineSuppression inlineSuppression, UnaryOperator<String> ids) {
    return inlineSuppression.fault().isEmpty()
        ? inlineSuppression.rules().stream()
            .map(rule -> new Ignore(ids.apply(rule), Outline.of(inlineSuppression.covers())))
            .distinct()
            .toList()
        : List.of();
  }

  private static String until(InlineSuppression inlineSuppression) {
    return Objects.requireNonNullElse(inlineSuppression.until(), NO_END);
  }
}
