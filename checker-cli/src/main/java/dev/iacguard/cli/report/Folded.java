package dev.iacguard.cli.report;

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
 * @param subjects all that it is said of, at least one
 */
record Folded(Verdict verdict, Finding finding, List<Subject> subjects)
    implements Comparable<Folded> {

  private record Key(
      String rule,
      Verdict.Kind kind,
      String when,
      String path,
      int start,
      int end,
      String message) {}

  /** Sorted by file and place. */
  static List<Folded> of(List<Verdict> verdicts) {
    Map<Key, Folded> byKey = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Finding finding = verdict.finding();
      if (finding != null) {
        byKey
            .computeIfAbsent(
                key(verdict, finding), key -> new Folded(verdict, finding, new ArrayList<>()))
            .subjects
            .add(verdict.subject());
      }
    }
    List<Folded> sorted = new ArrayList<>(byKey.values());
    sorted.sort(null);
    return sorted;
  }

  private static Key key(Verdict verdict, Finding finding) {
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
    int order = finding.at().path().compareTo(other.finding.at().path());
    order = order != 0 ? order : Integer.compare(finding.at().start(), other.finding.at().start());
    order = order != 0 ? order : verdict.rule().id().compareTo(other.verdict.rule().id());
    return order != 0 ? order : finding.message().compareTo(other.finding.message());
  }
}
