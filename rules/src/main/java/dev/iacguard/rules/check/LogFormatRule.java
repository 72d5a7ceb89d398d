package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.LogFormat;

/** A rule on the format of an access log; it does not apply to stages without one. */
interface LogFormatRule extends Rule<Stage, Policy> {

  @Override
  default Outcome check(Stage stage, Policy policy) {
    LogFormat format = stage.format();
    return format == null ? Outcome.notApplicable() : check(stage, format, policy);
  }

  /** Checks a format that is written. */
  Outcome check(Stage stage, LogFormat format, Policy policy);
}
