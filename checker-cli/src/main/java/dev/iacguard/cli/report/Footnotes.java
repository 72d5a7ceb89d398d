package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a report for people says of findings that do not count, a line each. */
final class Footnotes {
  private Footnotes() {}

  static void suppressed(List<ReportedFinding> reportedFindings, Writer out) throws IOException {
    for (ReportedFinding reportedFinding : reportedFindings) {
      Suppression suppression = reportedFinding.suppression();
      if (suppression != null) {
        String line =
            "suppressed["
                + reportedFinding.verdict().rule().id()
                + "] "
                + reportedFinding.finding().at()
                + " "
                + reportedFinding.verdict().subject().id()
                + ": "
                + reportedFinding.finding().message()
                + "; "
                + (suppression.until() == null ? "" : "until " + suppression.until() + ", ")
                + suppression.at()
                + ": "
                + suppression.reason();
        out.write(Printable.line(line) + "\n");
      }
    }
  }

  static void mended(Review review, Writer out) throws IOException {
    for (BaselineFinding baselineFinding : review.mended()) {
      String place =
          baselineFinding.stack().isEmpty()
              ? ""
              : " in " + review.shown().apply(baselineFinding.stack());
      out.write(
          Printable.line(
                  "mended[" + baselineFinding.rule() + "] " + baselineFinding.resource() + place)
              + "\n");
    }
  }
}
