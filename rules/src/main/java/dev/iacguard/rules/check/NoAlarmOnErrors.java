package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.example.AlarmExample;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.AlarmsOn;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.StageAlarms;

/** Checks that an alarm watches the API's errors. */
public final class NoAlarmOnErrors extends Rule<Stage, Policy> {
  NoAlarmOnErrors() {
    super("IG403", "no-alarm-on-errors", "No alarm on the API's 4xx/5xx errors", Severity.NOTE);
  }

  /** A stage without access log has more to be fixed first. */
  @Override
  public Outcome check(Stage stage, Policy policy) {
    if (!stage.accessLog().isOn()) {
      return Outcome.notApplicable();
    }
    StageAlarms alarms = stage.alarms();
    if (areEnough(alarms.sure(), policy.alarms().on())) {
      return Outcome.pass();
    }
    if (alarms.uncertainty() != null && areEnough(alarms.possible(), policy.alarms().on())) {
      return Words.cannotTell(
          "whether there is an alarm on the API's errors", alarms.uncertainty());
    }
    return alarms.unseen()
        ? Words.cannotTell(
            "whether there is an alarm on the API's errors", unseen(stage.resource()))
        : Outcome.fail(
            Finding.of("no alarm on the API's 4xx/5xx errors", stage.resource().header())
                .helped(
                    "add an alarm on "
                        + metrics(stage)
                        + ", or on a metric filter of its log group")
                .showing(AlarmExample.of(stage, policy.alarms().on())));
  }

  private static Uncertainty unseen(Resource stage) {
    Origin at = Origin.at(stage.header());
    return stage.isOfTemplate()
        ? new Uncertainty("a nested template is not in the tree", "add the file", at)
        : new Uncertainty(
            "a module or template is not in the tree",
            "run 'terraform init', or add the template as a file",
            at);
  }

  private static boolean areEnough(StageAlarms.Errors alarms, AlarmsOn wanted) {
    return switch (wanted) {
      case ANY -> alarms.client() || alarms.server();
      case CLIENT_ERRORS -> alarms.client();
      case SERVER_ERRORS -> alarms.server();
      case BOTH -> alarms.client() && alarms.server();
    };
  }

  private static String metrics(Stage stage) {
    return switch (stage.api()) {
      case REST -> "4XXError and 5XXError";
      case HTTP -> "4xx and 5xx";
      case WEBSOCKET -> "ClientError, ExecutionError and IntegrationError";
      case UNKNOWN -> "the API's error metrics";
    };
  }
}
