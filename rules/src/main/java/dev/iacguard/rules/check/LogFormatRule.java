package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.LogFormat;

/** A rule on the format of an access log; it does not apply to stages without one. */
abstract class LogFormatRule extends Rule<Stage, Policy> {

  LogFormatRule(String id, String name, String title, Severity severity) {
    super(id, name, title, severity);
  }

  @Override
  public final Outcome check(Stage stage, Policy policy) {
    LogFormat format = stage.format();
    return format == null ? Outcome.notApplicable() : check(stage, format, policy);
  }

  /** Checks a format that is written. */
  abstract Outcome check(Stage stage, LogFormat format, Policy policy);
}
