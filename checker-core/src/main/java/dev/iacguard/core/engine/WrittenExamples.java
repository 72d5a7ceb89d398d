package dev.iacguard.core.engine;

import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes the examples of a stack while its templates are still in memory. Later each file would
 * have to be parsed again: a quarter of the time of a JSON report on 500 templates.
 */
final class WrittenExamples {
  /** In characters, of a run; what is more stays to be written when a report asks for it. */
  private final AtomicLong room = new AtomicLong(16 << 20);

  /** The report with its examples written, as far as there is room. */
  StackReport in(StackReport report) {
    List<Verdict> verdicts = new ArrayList<>(report.verdicts().size());
    report.verdicts().forEach(verdict -> verdicts.add(written(verdict)));
    return new StackReport(
        report.stack(), List.copyOf(verdicts), report.stages(), report.problems(), report.facts());
  }

  private Verdict written(Verdict verdict) {
    Finding finding = verdict.finding();
    Example example = finding == null ? null : finding.example();
    return finding == null || example == null || !finding.at().file().isLentForNow()
        ? verdict
        : verdict.with(finding.showing(written(example)));
  }

  private Example written(Example example) {
    if (room.get() <= 0) {
      return example;
    }
    String here = example.here();
    String beside = example.beside();
    room.addAndGet(-here.length() - beside.length());
    return Example.of(here, beside);
  }
}
