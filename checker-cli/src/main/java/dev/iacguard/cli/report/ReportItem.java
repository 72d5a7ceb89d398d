package dev.iacguard.cli.report;

import dev.iacguard.core.source.Span;

/** An item of a report for people: a cause with everything that follows from it. */
public sealed interface ReportItem extends Comparable<ReportItem>
    permits GroupedFinding, GroupedProblem {

  Rank rank();

  /** The id of the rule that it is listed under. */
  String rule();

  String message();

  Span at();

  /** Whether a change under review touches it. */
  boolean onChange();

  /**
   * Errors, warnings, notes, unknowns; then by family of rules (stage, log group, role, estate),
   * file, place, rule and message. Written out: a chain of comparators is slow to start.
   */
  @Override
  default int compareTo(ReportItem other) {
    int order = rank().compareTo(other.rank());
    order = order != 0 ? order : family(rule()).compareTo(family(other.rule()));
    order = order != 0 ? order : at().path().compareTo(other.at().path());
    order = order != 0 ? order : Integer.compare(at().start(), other.at().start());
    order = order != 0 ? order : rule().compareTo(other.rule());
    return order != 0 ? order : message().compareTo(other.message());
  }

  /** {@code IG2} of {@code IG204}. */
  private static String family(String rule) {
    return rule.substring(0, Math.min(3, rule.length()));
  }
}
