package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;

/** A rule on the format of an access log; it does not apply to stages without one. */
abstract class LogFormatRule extends Rule<Stage, Policy> {
  private static final String FORMAT = "access log format";

  LogFormatRule(String id, String name, String title, Severity severity) {
    super(id, name, title, severity);
  }

  @Override
  public final Outcome check(Stage stage, Policy policy) {
    LogFormat format = stage.format();
    return format == null ? Outcome.notApplicable() : check(stage, format, policy);
  }

  /**
   * What the findings on one format share: the same text for the same kind of API in one module or
   * template is one format, wherever it is written.
   */
  static RootCause cause(LogFormat format, ApiKind api) {
    String known = format.at().sensitive() ? null : format.text().known();
    return known == null
        ? RootCause.at(FORMAT, "", format.at().at())
        : RootCause.inModule(FORMAT + '\0' + api + '\0' + known, format.at().at());
  }

  /** Checks a format that is written. */
  abstract Outcome check(Stage stage, LogFormat format, Policy policy);
}
