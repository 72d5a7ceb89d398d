package dev.iacguard.cli.run;

import dev.iacguard.cli.git.ChangedLines;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Marks the findings that a change touches, at the place itself or along its value trace. */
final class ChangedFindings {
  private final ChangedLines lines;
  private final UnaryOperator<String> inTree;

  /**
   * @param inTree turns a shown path into the path in the tree
   */
  ChangedFindings(ChangedLines lines, UnaryOperator<String> inTree) {
    this.lines = lines;
    this.inTree = inTree;
  }

  ReportedFinding mark(ReportedFinding reportedFinding) {
    Finding finding = reportedFinding.finding();
    if (changed(finding.at()) != null || changed(reportedFinding.verdict().declared()) != null) {
      return reportedFinding.markedAsChange();
    }
    for (Span span : elsewhere(reportedFinding)) {
      @Nullable Span changed = changed(span);
      if (changed != null) {
        List<Related> related = new ArrayList<>(finding.related());
        related.add(new Related("changed here", changed));
        return reportedFinding.with(finding.with(related)).markedAsChange();
      }
    }
    return reportedFinding;
  }

  /**
   * Where the value that decided came through, what leads to the subject, and what else matters.
   */
  private static List<Span> elsewhere(ReportedFinding reportedFinding) {
    List<Span> spans = new ArrayList<>();
    @Nullable Origin origin = reportedFinding.finding().value();
    if (origin != null) {
      spans.add(origin.at());
      for (Step step = origin.trail(); step != null; step = step.next()) {
        spans.add(step.at());
      }
    }
    for (CallSite caller : reportedFinding.verdict().subject().callers()) {
      spans.add(caller.at());
    }
    reportedFinding.finding().related().forEach(related -> spans.add(related.at()));
    return spans;
  }

  /** The first changed line of a span; null when there is none. */
  private @Nullable Span changed(Span span) {
    int line = lines.first(inTree.apply(span.path()), span.line(), span.to().line());
    return line == 0 ? null : line == span.line() ? span : span.file().lineSpan(line);
  }
}
