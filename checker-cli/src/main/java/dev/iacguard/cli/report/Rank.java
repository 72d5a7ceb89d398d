package dev.iacguard.cli.report;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.util.Locale;

/** How urgent an item of a report is, the most urgent first. */
public enum Rank {
  ERROR,
  WARNING,
  NOTE,
  UNKNOWN;

  /** As written in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Rank of(Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case NOTE, OFF -> NOTE;
    };
  }

  static Rank of(ReportedFinding finding) {
    return finding.verdict().kind() == Verdict.Kind.UNKNOWN ? UNKNOWN : of(finding.severity());
  }

  /** So many of this rank: {@code 1 error}, {@code 2 errors}, {@code 3 unknown}. */
  String count(long number) {
    return this == UNKNOWN ? number + " unknown" : Summary.count(number, label());
  }
}
