package dev.iacguard.cli.report;

import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.io.Writer;

/** The report of {@code check} for people: what, where, why and what to do, file by file. */
public final class TextReport implements ReportWriter<Report> {
  private static final int MOST_SUPPRESSED = 20;

  private final Style style;
  private final boolean quiet;
  private final boolean verbose;

  /**
   * @param quiet leaves out what does not count, and the summary
   * @param verbose lists all that exceptions cover, however much it is
   */
  public TextReport(Style style, boolean quiet, boolean verbose) {
    this.style = style;
    this.quiet = quiet;
    this.verbose = verbose;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    for (FileFindings file : FileFindings.of(report)) {
      String path = file.path();
      out.write(style.paint(Role.MESSAGE, style.link(path, Printable.line(path))));
      out.write(": " + file.count(report) + "\n\n");
      for (Problem problem : file.problems()) {
        write(problem, report.severity(problem), out);
      }
      for (GroupedFinding groupedFinding : file.findings()) {
        write(groupedFinding, out);
      }
    }
    if (!quiet) {
      Footnotes.suppressed(
          report.reportedFindings(), verbose ? Integer.MAX_VALUE : MOST_SUPPRESSED, out);
      Footnotes.mended(report.review(), out);
      out.write(Summary.line(report) + "\n");
    }
  }

  private void write(Problem problem, Severity severity, Writer out) throws IOException {
    String head = severity.label() + "[" + problem.rule() + "]";
    new Snippet(style, role(severity), head, problem.message()).write(problem.at(), "", out);
    out.write('\n');
  }

  private void write(GroupedFinding groupedFinding, Writer out) throws IOException {
    Verdict verdict = groupedFinding.reportedFinding().verdict();
    Finding finding = groupedFinding.reportedFinding().finding();
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    Severity severity = groupedFinding.reportedFinding().severity();
    String head =
        (unknown ? "unknown" : severity.label())
            + "["
            + verdict.rule().id()
            + "]"
            + (verdict.kind() == Verdict.Kind.CONDITIONAL ? " (conditional)" : "");
    Snippet snippet =
        new Snippet(style, unknown ? Role.UNKNOWN : role(severity), head, finding.message());
    Note.of(groupedFinding).forEach(snippet::note);
    snippet.write(finding.at(), finding.label(), out);
    out.write('\n');
  }

  private static Role role(Severity severity) {
    return switch (severity) {
      case ERROR -> Role.ERROR;
      case WARNING -> Role.WARNING;
      case NOTE, OFF -> Role.NOTE;
    };
  }
}
