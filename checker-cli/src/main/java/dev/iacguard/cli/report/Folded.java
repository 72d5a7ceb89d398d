package dev.iacguard.cli.report;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finding that people need to read only once: one piece of code can be wrong in the same way for
 * many subjects (instances, callers, stacks).
 *
 * @param subjects all that it is said of, at least one
 */
record Folded(Verdict verdict, Finding finding, List<Subject> subjects) {
  private static final Comparator<Folded> ORDER =
      Comparator.comparing((Folded folded) -> folded.finding.at().path())
          .thenComparingInt(folded -> folded.finding.at().start())
          .thenComparing(folded -> folded.verdict.rule().id())
          .thenComparing(folded -> folded.finding.message());

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
    sorted.sort(ORDER);
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
}
