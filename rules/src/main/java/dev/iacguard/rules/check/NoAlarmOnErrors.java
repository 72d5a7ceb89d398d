package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.AlarmsOn;
import dev.iacguard.rules.remedy.AlarmRemedy;
import dev.iacguard.rules.view.ErrorMetrics;
import dev.iacguard.rules.view.MisspeltMetric;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.StageAlarms;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    if (alarms.unseen() && alarms.misspelt() == null) {
      return Words.cannotTell(
          "whether there is an alarm on the API's errors",
          unseen(stage.resource(), stage.isExported()));
    }
    return Outcome.fail(finding(stage, alarms.misspelt(), policy));
  }

  private static Finding finding(Stage stage, @Nullable MisspeltMetric misspelt, Policy policy) {
    Finding finding = Finding.of("no alarm on the API's 4xx/5xx errors", stage.resource().header());
    @Nullable Fix fix = AlarmRemedy.of(stage, policy);
    return misspelt == null
        ? finding
            .helped(
                "add an alarm on " + metrics(stage) + ", or on a metric filter of its log group")
            .fixedBy(fix)
        : finding.alsoWith(List.of(related(stage, misspelt))).helped(correction(stage, misspelt));
  }

  private static Finding.Related related(Stage stage, MisspeltMetric misspelt) {
    String words =
        misspelt.written()
            + " is not a metric of "
            + stage.api().choices()
            + " APIs; did you mean ";
    return new Finding.Related(words + misspelt.meant() + "?", misspelt.at());
  }

  private static String correction(Stage stage, MisspeltMetric misspelt) {
    String name = stage.declared().isTemplate() ? "MetricName" : "metric_name";
    return "set " + Words.setting(misspelt.at().path(), name, '"' + misspelt.meant() + '"');
  }

  private static Uncertainty unseen(Resource stage, boolean exported) {
    Origin at = Origin.at(stage.header());
    if (exported) {
      return new Uncertainty(
          "the alarms of the account are not in the export", "export them too", at);
    }
    return stage.isOfTemplate()
        ? new Uncertainty(
            "a nested template is not in the tree", "add the template to the tree", at)
        : new Uncertainty(
            "a module or template is not in the tree",
            "run 'terraform init', or add the template to the tree",
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
    return stage.api() == ApiKind.UNKNOWN
        ? "the API's error metrics"
        : Words.list(ErrorMetrics.of(stage.api()).errors());
  }
}
