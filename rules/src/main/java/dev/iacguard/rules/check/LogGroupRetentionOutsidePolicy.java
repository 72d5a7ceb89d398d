package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.Remedies;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogDestination;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.Retention;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a log group keeps its events as long as the policy asks, by a value CloudWatch
 * accepts.
 */
public final class LogGroupRetentionOutsidePolicy extends Rule<LogDestination, Policy> {
  private static final String QUESTION = "how long the log group keeps its events";

  LogGroupRetentionOutsidePolicy() {
    super(
        "IG202",
        "log-group-retention-outside-policy",
        "Log group retention is outside the policy",
        Severity.ERROR);
  }

  /** Without bounds there is nothing to compare what the code does not declare with. */
  @Override
  public Outcome check(LogDestination target, Policy policy) {
    return switch (target.destination()) {
      case Destination.LogGroup log -> judge(log.group(), target, policy);
      case Destination.OutsideLogGroup outside when !policy.logGroup().retention().isNone() ->
          Words.cannotTell(QUESTION, LogGroupNotInCode.uncertainty(target));
      case Destination.Uncertain uncertain when !policy.logGroup().retention().isNone() ->
          Words.cannotTell(QUESTION, uncertain.uncertainty());
      default -> Outcome.notApplicable();
    };
  }

  private static Outcome judge(LogSink group, LogDestination target, Policy policy) {
    return switch (group.retention()) {
      case Retention.Days days -> {
        String objection = policy.logGroup().retention().objection(days.days());
        Integer nearest = policy.logGroup().retention().nearest(days.days());
        yield objection == null
            ? Outcome.pass()
            : fail(
                "retention of " + days.days() + " days " + objection,
                days.at(),
                nearest == null ? "" : "set " + setting(group, nearest),
                nearest == null ? null : Remedies.replace(days.at(), Term.number(nearest)),
                target);
      }
      case Retention.OneDay day -> {
        String objection = policy.logGroup().retention().objection(1);
        yield objection == null
            ? Outcome.pass()
            : fail(
                "log group of class DELIVERY keeps its events for 1 day, which " + objection,
                day.at(),
                "use class STANDARD",
                null,
                target);
      }
      case Retention.Unusable unusable ->
          fail(
              "retention of " + unusable.text() + " is not a number of days",
              unusable.at(),
              "",
              null,
              target);
      case Retention.Uncertain uncertain -> Words.cannotTell(QUESTION, uncertain.uncertainty());
      case Retention.Never never -> Outcome.notApplicable();
    };
  }

  private static String setting(LogSink group, int days) {
    String path = group.resource().header().path();
    return Words.setting(path, group.retentionAttribute(), days);
  }

  private static Outcome fail(
      String message, Origin at, String help, @Nullable Fix fix, LogDestination target) {
    return Outcome.fail(
        Finding.of(message, at.at()).because(at).helped(help).with(target.users()).fixedBy(fix));
  }
}
