package dev.iacguard.cli.report;

import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding that people need to read only once: one piece of code can be wrong in the same way for
 * many subjects (instances, callers, stacks).
 *
 * @param alert the first of those that say the same
 * @param subjects all that it is said of, at least one
 */
record Folded(Alert alert, List<Subject> subjects) implements Comparable<Folded> {

  private record Key(
      String rule,
      Verdict.Kind kind,
      String when,
      String path,
      int start,
      int end,
      String message) {}

  /** Sorted by file and place. */
  static List<Folded> of(List<Alert> alerts) {
    Map<Key, Folded> byKey = new LinkedHashMap<>();
    for (Alert alert : alerts) {
      byKey
          .computeIfAbsent(key(alert), key -> new Folded(alert, new ArrayList<>()))
          .subjects
          .add(alert.verdict().subject());
    }
    List<Folded> sorted = new ArrayList<>(byKey.values());
    sorted.sort(null);
    return sorted;
  }

  private static Key key(Alert alert) {
    Verdict verdict = alert.verdict();
    Finding finding = alert.finding();
    RuleInfo rule = verdict.rule();
    Span at = finding.at();
    return new Key(
        rule.id(),
        verdict.kind(),
        verdict.when(),
        at.path(),
        at.start(),
        at.end(),
        finding.message());
  }

  /** By file, place, rule and message. Written out: a chain of comparators is slow to start. */
  @Override
  public int compareTo(Folded other) {
    Finding mine = alert.finding();
    Finding its = other.alert.finding();
    int order = mine.at().path().compareTo(its.at().path());
    order = order != 0 ? order : Integer.compare(mine.at().start(), its.at().start());
    order = order != 0 ? order : rule().compareTo(other.rule());
    return order != 0 ? order : mine.message().compareTo(its.message());
  }

  private String rule() {
    return alert.verdict().rule().id();
  }
}
