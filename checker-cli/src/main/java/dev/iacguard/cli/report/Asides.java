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

  static void suppressed(List<Alert> alerts, Writer out) throws IOException {
    for (Alert alert : alerts) {
      Suppression suppression = alert.suppression();
      if (suppression != null) {
        String line =
            "suppressed["
                + alert.verdict().rule().id()
                + "] "
                + alert.finding().at()
                + " "
                + alert.verdict().subject().id()
                + ": "
                + alert.finding().message()
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
    for (Known known : review.mended()) {
      String place = known.stack().isEmpty() ? "" : " in " + review.shown().apply(known.stack());
      out.write(Printable.line("mended[" + known.rule() + "] " + known.resource() + place) + "\n");
    }
  }
}
