package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.ErrorMetrics;
import dev.iacguard.rules.view.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Adds alarms on the errors of a stage. */
public final class AlarmRemedy {
  private static final int THRESHOLD = 5;
  private static final Term GATEWAY = new Term.Text("AWS/ApiGateway");

  private AlarmRemedy() {}

  /** Null where it cannot be written which metric is watched. */
  public static @Nullable Fix of(Stage stage, Policy policy) {
    List<Intention> alarms = new ArrayList<>();
    SequencedMap<String, Term> dimensions = AlarmedStage.dimensions(stage);
    for (ErrorKind errors : ErrorKind.of(policy)) {
      if (!dimensions.isEmpty()) {
        String metric = errors.metrics(ErrorMetrics.of(stage.api())).getFirst();
        alarms.add(alarm(stage, errors, GATEWAY, metric, dimensions));
        continue;
      }
      @Nullable LoggedErrors logged = LoggedErrors.of(stage, errors);
      if (logged == null) {
        return null;
      }
      alarms.add(logged.filter());
      alarms.add(alarm(stage, errors, LoggedErrors.NAMESPACE, logged.metric(), dimensions));
    }
    return new Fix.Change(alarms);
  }

  private static Intention alarm(
      Stage of,
      ErrorKind errors,
      Term namespace,
      String metric,
      SequencedMap<String, Term> dimensions) {
    Resource stage = of.resource();
    boolean template = stage.isOfTemplate();
    String type = template ? "AWS::CloudWatch::Alarm" : "aws_cloudwatch_metric_alarm";
    String name = of.freeName(type, Remedies.name(stage, errors.snake(), errors.pascal()));
    SequencedMap<String, Term> alarm = new LinkedHashMap<>();
    if (!template) {
      alarm.put("alarm_name", alarmName(stage, errors.snake()));
    }
    alarm.put(template ? "Namespace" : "namespace", namespace);
    alarm.put(template ? "MetricName" : "metric_name", new Term.Text(metric));
    alarm.put(template ? "Statistic" : "statistic", new Term.Text("Sum"));
    alarm.put(template ? "Period" : "period", Term.number(300));
    alarm.put(template ? "EvaluationPeriods" : "evaluation_periods", Term.number(1));
    alarm.put(template ? "Threshold" : "threshold", Term.number(THRESHOLD));
    alarm.put(
        template ? "ComparisonOperator" : "comparison_operator",
        new Term.Text("GreaterThanThreshold"));
    alarm.put(template ? "TreatMissingData" : "treat_missing_data", new Term.Text("notBreaching"));
    if (!dimensions.isEmpty()) {
      alarm.put(
          template ? "Dimensions" : "dimensions",
          template ? Term.pairs("Name", "Value", dimensions) : new Term.Entries(dimensions));
    }
    return new Intention.Declare(Target.of(stage), type, name, alarm);
  }

  private static Term alarmName(Resource stage, String suffix) {
    boolean rest = stage.attributes().has("rest_api_id");
    return new Term.Joined(
        List.of(
            new Term.Copy(rest ? "rest_api_id" : "api_id"),
            new Term.Literal("-"),
            new Term.Copy(rest ? "stage_name" : "name"),
            new Term.Literal("-" + suffix.replace('_', '-'))));
  }
}
