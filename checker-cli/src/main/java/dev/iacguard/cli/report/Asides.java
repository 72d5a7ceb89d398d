package dev.iacguard.cli.report;

import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Suppression;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a report for people says of findings that do not count, a line each. */
final class Asides {
  private Asides() {}

  /**
   * @param most how many are listed; the rest is counted
   */
  static void suppressed(List<Alert> alerts, int most, Writer out) throws IOException {
    int left = 0;
    int listed = 0;
    for (Alert alert : alerts) {
      if (alert.suppression() != null && listed < most) {
        String head = "suppressed[" + alert.verdict().rule().id() + "] " + alert.finding().at();
        out.write(Printable.line(head + " " + covered(alert, alert.suppression())) + "\n");
        listed++;
      } else if (alert.suppression() != null) {
        left++;
      }
    }
    if (left > 0) {
      out.write("and " + left + " more that exceptions cover\n");
    }
  }

  /** What an exception covers, and why; not made safe for any kind of report. */
  static String covered(Alert alert, Suppression suppression) {
    return alert.verdict().subject().id()
        + ": "
        + alert.finding().message()
        + "; "
        + (suppression.until() == null ? "" : "until " + suppression.until() + ", ")
        + suppression.at()
        + ": "
        + suppression.reason();
  }

  static void mended(Review review, Writer out) throws IOException {
    for (Known known : review.mended()) {
      String place = known.stack().isEmpty() ? "" : " in " + review.shown().apply(known.stack());
      out.write(Printable.line("mended[" + known.rule() + "] " + known.resource() + place) + "\n");
    }
  }
}
