package dev.iacguard.cli.report;

import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.Problem;
import java.time.Duration;
import java.util.stream.Stream;

/** The last line of a report for people. */
public final class Summary {
  private Summary() {}

  public static String line(Report report) {
    Tally tally = Tally.of(report.stages());
    StringBuilder line = new StringBuilder();
    if (report.result().files() == 0) {
      line.append("nothing to check: no Terraform or CloudFormation in ");
      line.append(Printable.line(String.join(", ", report.named())));
    } else if (tally.stages() == 0) {
      line.append("no API Gateway stage in ").append(count(report.result().files(), "file"));
    } else {
      line.append(count(tally.stages(), "stage")).append(": ").append(tally.compliant());
      line.append(" compliant, ").append(tally.failing());
      line.append(" failing, ").append(tally.conditional());
      line.append(" conditional, ").append(tally.unknown()).append(" unknown");
    }
    long unread = report.allProblems().stream().filter(Problem::leavesInputUnread).count();
    if (unread > 0) {
      line.append("; ").append(count(unread, "place")).append(" not analysed");
      line.append(report.leavesInputUnread() ? "" : ", as before");
    }
    append(
        line,
        report.reportedFindings().stream()
            .filter(reportedFinding -> reportedFinding.suppression() != null),
        "suppressed");
    append(line, report.reportedFindings().stream().filter(Summary::isKnown), "existing");
    if (report.review().accepted() > 0) {
      line.append("; ").append(count(report.review().accepted(), "place"));
      line.append(" not analysed and accepted");
    }
    if (report.review().excluded() > 0) {
      line.append("; ").append(count(report.review().excluded(), "file")).append(" excluded");
    }
    return line.append(" (").append(seconds(report.elapsed())).append(")").toString();
  }

  /**
   * What a change brings: {@code new: 1 error, 1 fixed, 77 existing}; empty where it brings nothing
   * or nothing was compared.
   */
  public static String delta(Report report) {
    String totals = report.isCompared() ? ReportItems.of(report).totals() : "";
    if (totals.isEmpty() && report.review().fixed().isEmpty()) {
      return "";
    }
    return (totals.isEmpty() ? "nothing new" : "new: " + totals)
        + ", "
        + report.review().fixed().size()
        + " fixed, "
        + report.reportedFindings().stream().filter(Summary::isKnown).count()
        + " existing";
  }

  private static void append(StringBuilder line, Stream<ReportedFinding> findings, String what) {
    long number = findings.count();
    if (number > 0) {
      line.append("; ").append(count(number, "finding")).append(' ').append(what);
    }
  }

  private static boolean isKnown(ReportedFinding reportedFinding) {
    return reportedFinding.suppression() == null
        && reportedFinding.baselineState() == BaselineState.KNOWN;
  }

  /** So many of a thing: {@code 1 stage}, {@code 2 stages}. */
  public static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Two digits behind the point, without the formatter, which is slow to start. */
  private static String seconds(Duration elapsed) {
    long hundredths = (elapsed.toMillis() + 5) / 10;
    return hundredths / 100 + "." + (hundredths / 10) % 10 + hundredths % 10 + " s";
  }
}
