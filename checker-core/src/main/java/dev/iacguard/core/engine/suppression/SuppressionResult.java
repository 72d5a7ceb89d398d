package dev.iacguard.core.engine.suppression;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Waiver;
import java.time.LocalDate;
import java.util.List;

/**
 * The findings of a run after suppression.
 *
 * @param reportedFindings all alerts, those covered by an exception marked as suppressed
 * @param problems the exceptions that do not say what they have to, have ended, or cover nothing
 * @param exceptions those in force, in the order of their places
 * @param accepted the problems of the run that an exception covers
 */
public record SuppressionResult(
    List<ReportedFinding> reportedFindings,
    List<Problem> problems,
    List<Applied> exceptions,
    List<Problem> accepted) {

  /**
   * An exception in force.
   *
   * @param rule its id
   * @param resources the addresses of what it covers, sorted
   */
  public record Applied(String rule, List<String> resources, Suppression suppression) {

    /** What is said of it when there is nothing that it covers. */
    public Problem idle() {
      return Problem.invalidWaiver(
          suppression.at(), "the suppression of " + rule + " matches no finding");
    }
  }

  /**
   * What exceptions are held against.
   *
   * @param rules every rule there is
   * @param waivers those of the policy
   * @param needExpiry whether an exception has to say until when it holds
   * @param today the day that ends are compared with
   * @param inline whether what is written beside the code counts
   */
  public record Terms(
      List<RuleInfo> rules,
      List<Waiver> waivers,
      boolean needExpiry,
      LocalDate today,
      boolean inline) {

    /** With those beside the code. */
    public Terms(List<RuleInfo> rules, List<Waiver> waivers, boolean needExpiry, LocalDate today) {
      this(rules, waivers, needExpiry, today, true);
    }
  }
}
