package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Target;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.ErrorMetrics;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Properties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Adds alarms on the errors of a stage of an HTTP or REST API. */
public final class AlarmRemedy {
  private static final int THRESHOLD = 5;

  private AlarmRemedy() {}

  /** Null where the dimensions of the alarm cannot be written. */
  public static @Nullable Fix of(Stage stage, Policy policy) {
    SequencedMap<String, Term> dimensions = dimensions(stage);
    if (dimensions.isEmpty()) {
      return null;
    }
    ErrorMetrics metrics = ErrorMetrics.of(stage.api());
    String client = metrics.client().getFirst();
    String server = metrics.server().getFirst();
    List<Intention> alarms = new ArrayList<>();
    Policy.AlarmsOn on = policy.alarms().on();
    if (on == Policy.AlarmsOn.CLIENT_ERRORS || on == Policy.AlarmsOn.BOTH) {
      alarms.add(alarm(stage, client, "client_errors", "ClientErrors", dimensions));
    }
    if (on != Policy.AlarmsOn.CLIENT_ERRORS) {
      alarms.add(alarm(stage, server, "server_errors", "ServerErrors", dimensions));
    }
    return new Fix.Change(alarms);
  }

  private static SequencedMap<String, Term> dimensions(Stage stage) {
    SequencedMap<String, Term> dimensions = new LinkedHashMap<>();
    boolean template = stage.resource().isOfTemplate();
    String type = stage.resource().type();
    String name = stage.name();
    if (stage.api() == ApiKind.HTTP) {
      if (stage.resource().generated() != null) {
        if (name != null) {
          dimensions.put("ApiId", new Term.Itself("id"));
          dimensions.put("Stage", new Term.Text(name));
        }
      } else if (type.equals("aws_apigatewayv2_stage")) {
        dimensions.put("ApiId", new Term.Same("api_id"));
        dimensions.put("Stage", new Term.Same("name"));
      } else if (type.equals("AWS::ApiGatewayV2::Stage")) {
        dimensions.put("ApiId", new Term.Same("ApiId"));
        dimensions.put("Stage", new Term.Same("StageName"));
      }
    } else if (stage.api() == ApiKind.REST && !template && type.equals("aws_api_gateway_stage")) {
      dimensions.put("ApiName", new Term.OfReferred("rest_api_id", "name"));
      dimensions.put("Stage", new Term.Same("stage_name"));
    }
    String api = template ? apiName(stage) : null;
    if (type.equals("AWS::ApiGateway::Stage")
        && stage.resource().generated() == null
        && api != null) {
      dimensions.put("ApiName", new Term.Text(api));
      dimensions.put("Stage", new Term.Same("StageName"));
    }
    return dimensions;
  }

  /** REST APIs are named by their name, which a template cannot refer to; null unless known. */
  private static @Nullable String apiName(Stage stage) {
    Resource api = stage.apiResource();
    Value name = api == null ? null : api.get("Name");
    return name == null || name.origin().sensitive() ? null : Properties.known(name);
  }

  private static Intention alarm(
      Stage of,
      String metric,
      String suffix,
      String templateSuffix,
      SequencedMap<String, Term> dimensions) {
    Resource stage = of.resource();
    boolean template = stage.isOfTemplate();
    String type = template ? "AWS::CloudWatch::Alarm" : "aws_cloudwatch_metric_alarm";
    String name = of.freeName(type, Remedies.name(stage, suffix, templateSuffix));
    SequencedMap<String, Term> alarm = new LinkedHashMap<>();
    if (!template) {
      alarm.put("alarm_name", alarmName(stage, suffix));
    }
    alarm.put(template ? "Namespace" : "namespace", new Term.Text("AWS/ApiGateway"));
    alarm.put(template ? "MetricName" : "metric_name", new Term.Text(metric));
    alarm.put(template ? "Statistic" : "statistic", new Term.Text("Sum"));
    alarm.put(template ? "Period" : "period", Term.number(300));
    alarm.put(template ? "EvaluationPeriods" : "evaluation_periods", Term.number(1));
    alarm.put(template ? "Threshold" : "threshold", Term.number(THRESHOLD));
    alarm.put(
        template ? "ComparisonOperator" : "comparison_operator",
        new Term.Text("GreaterThanThreshold"));
    alarm.put(template ? "TreatMissingData" : "treat_missing_data", new Term.Text("notBreaching"));
    alarm.put(
        template ? "Dimensions" : "dimensions",
        template ? Term.pairs("Name", "Value", dimensions) : new Term.Entries(dimensions));
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
