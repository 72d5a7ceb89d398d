package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.Remedies;
import dev.iacguard.rules.view.DataTrace;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;

/**
 * Checks that the execution log of a stage does not hold request and response bodies, which nobody
 * meant to log.
 */
public final class DataTraceEnabled extends Rule<Stage, Policy> {
  /** Holds the settings of {@code serverless.yml}. */
  private static final String SERVERLESS_STATE = "/serverless-state.json";

  DataTraceEnabled() {
    super(
        "IG110",
        "data-trace-enabled",
        "Execution log contains full requests and responses",
        Severity.NOTE);
  }

  /** HTTP APIs write no execution log. */
  @Override
  public Outcome check(Stage stage, Policy policy) {
    if (stage.api() == ApiKind.HTTP) {
      return Outcome.notApplicable();
    }
    DataTrace trace = stage.dataTrace();
    if (trace.on() != null) {
      return Outcome.fail(
          Finding.of("execution log contains full requests and responses", trace.on().at())
              .because(trace.on())
              .helped("set " + off(stage, trace.on().at().path()))
              .fixedBy(Remedies.replace(trace.on(), new Term.Word("false"))));
    }
    return trace.uncertainty() == null
        ? Outcome.pass()
        : Words.cannotTell("whether full requests are logged", trace.uncertainty());
  }

  private static String off(Stage stage, String path) {
    if (path.endsWith(SERVERLESS_STATE)) {
      return "provider.logs.restApi.fullExecutionData to false in serverless.yml";
    }
    String name = stage.declared().isTemplate() ? "DataTraceEnabled" : "data_trace_enabled";
    return Words.setting(path, name, false);
  }
}
