package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogDestination;
import dev.iacguard.rules.view.LogSink;

/** Checks that log groups and streams have the tags that the policy requires. */
public final class LogGroupWithoutRequiredTags extends Rule<LogDestination, Policy> {
  private static final String QUESTION = "which tags the log destination has";

  LogGroupWithoutRequiredTags() {
    super(
        "IG203",
        "log-group-without-required-tags",
        "Log group lacks a required tag",
        Severity.ERROR);
  }

  @Override
  public Outcome check(LogDestination target, Policy policy) {
    if (policy.logGroup().requiredTags().isEmpty()) {
      return Outcome.notApplicable();
    }
    return switch (target.destination()) {
      case Destination.LogGroup log -> judge(log.group(), target, policy);
      case Destination.Firehose stream when stream.stream() != null ->
          judge(stream.stream(), target, policy);
      case Destination.Uncertain uncertain -> Words.cannotTell(QUESTION, uncertain.uncertainty());
      case Destination.Invalid invalid -> Outcome.notApplicable();
      default -> Words.cannotTell(QUESTION, LogGroupNotInCode.uncertainty(target));
    };
  }

  private static Outcome judge(LogSink store, LogDestination target, Policy policy) {
    Outcome outcome =
        RequiredTags.judge(
            store.prose(),
            store.tags(),
            store.scenario(),
            policy.logGroup().requiredTags(),
            store.isTemplate(),
            policy);
    return outcome instanceof Outcome.Fail fail
        ? Outcome.fail(fail.finding().alsoWith(target.users()))
        : outcome;
  }
}
