package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
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
import dev.iacguard.rules.view.value.Misspelling;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a log group has a retention: without one it keeps, and bills, every event forever.
 */
public final class LogGroupNeverExpires extends Rule<LogDestination, Policy> {
  private static final int USUAL_DAYS = 365;

  LogGroupNeverExpires() {
    super("IG201", "log-group-never-expires", "Log group never expires", Severity.ERROR);
  }

  @Override
  public Outcome check(LogDestination target, Policy policy) {
    return switch (target.destination()) {
      case Destination.LogGroup log -> judge(log.group(), target, policy);
      case Destination.OutsideLogGroup outside ->
          Words.cannotTell("whether the log group expires", LogGroupNotInCode.uncertainty(target));
      case Destination.Uncertain uncertain ->
          Words.cannotTell("whether the log group expires", uncertain.uncertainty());
      case Destination.Firehose stream -> Outcome.notApplicable();
      case Destination.Invalid invalid -> Outcome.notApplicable();
    };
  }

  private static Outcome judge(LogSink group, LogDestination target, Policy policy) {
    return switch (group.retention()) {
      case Retention.Never never ->
          Outcome.fail(
              Misspelling.explain(
                  group.misspeltRetention(),
                  finding(group, never)
                      .helped(help(group, never, policy))
                      .with(target.users())
                      .fixedBy(fix(group, never, policy))));
      case Retention.Uncertain uncertain ->
          Words.cannotTell("whether the log group expires", uncertain.uncertainty());
      case Retention.Days days -> Outcome.pass();
      case Retention.OneDay day -> Outcome.pass();
      case Retention.Unusable unusable -> Outcome.pass();
    };
  }

  private static @Nullable Fix fix(LogSink group, Retention.Never never, Policy policy) {
    boolean written = never.how() != Retention.How.NOT_SET;
    return Remedies.retention(group, written ? never.at() : null, policy);
  }

  private static Finding finding(LogSink group, Retention.Never never) {
    String message = "log group never expires";
    return switch (never.how()) {
      case NOT_SET ->
          Finding.of(message, group.resource().header())
              .labelled(group.retentionAttribute() + " is not set");
      case SET_TO_NOTHING ->
          Finding.of(message, never.at().at())
              .labelled("without a retention, events never expire")
              .because(never.at());
      case SET_TO_ZERO ->
          Finding.of(message, never.at().at())
              .labelled("0 means that events never expire")
              .because(never.at());
    };
  }

  private static String help(LogSink group, Retention.Never never, Policy policy) {
    Integer days = policy.logGroup().retention().nearest(USUAL_DAYS);
    String name = group.retentionAttribute();
    String path = group.resource().header().path();
    String verb = never.how() == Retention.How.NOT_SET ? "add " : "set ";
    return verb + (days == null ? name : Words.setting(path, name, days));
  }
}
