package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogDestination;
import dev.iacguard.rules.view.LogSink;

/** A rule on log groups that the code declares; it does not apply to other destinations. */
abstract class LogGroupRule extends Rule<LogDestination, Policy> {

  LogGroupRule(String id, String name, String title, Severity severity) {
    super(id, name, title, severity);
  }

  @Override
  public final Outcome check(LogDestination target, Policy policy) {
    return target.destination() instanceof Destination.LogGroup log
        ? check(log.group())
        : Outcome.notApplicable();
  }

  /** Checks a log group that is declared. */
  abstract Outcome check(LogSink group);
}
