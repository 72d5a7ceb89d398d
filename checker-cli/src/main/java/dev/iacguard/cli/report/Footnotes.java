package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a line for each finding that does not count, in reports for people. */
public final class Footnotes {
  private Footnotes() {}

  /**
   * @param most how many are listed; the rest is counted
   */
  static void suppressed(List<ReportedFinding> reportedFindings, int most, Style style, Writer out)
      throws IOException {
    int left = 0;
    int listed = 0;
    for (ReportedFinding reportedFinding : reportedFindings) {
      if (reportedFinding.suppression() != null && listed < most) {
        String head =
            "suppressed["
                + reportedFinding.verdict().rule().id()
                + "] "
                + reportedFinding.finding().at();
        String line = head + " " + covered(reportedFinding, reportedFinding.suppression());
        out.write(style.wrapped(Printable.line(line), 0, 2) + "\n");
        listed++;
      } else if (reportedFinding.suppression() != null) {
        left++;
      }
    }
    if (left > 0) {
      out.write("and " + left + " more that are suppressed\n");
    }
  }

  /** What an exception covers, and why; not made safe for any kind of report. */
  public static String covered(ReportedFinding reportedFinding, Suppression suppression) {
    return Printable.brief(reportedFinding.verdict().subject().id())
        + ": "
        + Printable.brief(reportedFinding.finding().message())
        + "; "
        + (suppression.until() == null ? "" : "until " + suppression.until() + ", ")
        + suppression.at()
        + ": "
        + Printable.brief(suppression.reason());
  }

  static void fixed(Review review, Style style, Writer out) throws IOException {
    for (BaselineFinding baselineFinding : review.fixed()) {
      String place =
          baselineFinding.stack().isEmpty()
              ? ""
              : " in " + review.shown().apply(baselineFinding.stack());
      String line = "fixed[" + baselineFinding.rule() + "] " + baselineFinding.resource() + place;
      out.write(style.wrapped(Printable.line(line), 0, 2) + "\n");
    }
  }
}
