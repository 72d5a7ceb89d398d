package dev.iacguard.rules.example;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Example;
import dev.iacguard.rules.policy.Policy.AlarmsOn;
import dev.iacguard.rules.view.ErrorMetrics;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Properties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes alarms on the errors of an API. */
public final class AlarmExample {
  private static final String CLIENT = "Client";
  private static final String SERVER = "Server";

  private final boolean template;
  private final ApiKind kind;
  private final String label;
  private final Code api;

  private AlarmExample(boolean template, ApiKind kind, String label, Code api) {
    this.template = template;
    this.kind = kind;
    this.label = label;
    this.api = api;
  }

  /**
   * Null when the API is not declared beside the stage by a name of its own, or its kind is not
   * known.
   */
  public static @Nullable Example of(Stage stage, AlarmsOn errors) {
    Resource api = stage.apiResource();
    CodeWriter writer = CodeWriter.beside(stage.resource());
    if (api == null
        || writer == null
        || CodeWriter.beside(api) == null
        || stage.api() == ApiKind.UNKNOWN
        || !api.address().key().isEmpty()
        || !api.address().prefix().equals(stage.resource().address().prefix())) {
      return null;
    }
    Code name = dimension(api, stage.api());
    return name == null
        ? null
        : new AlarmExample(api.isOfTemplate(), stage.api(), CodeWriter.label(api), name)
            .example(writer, errors);
  }

  /** What names the API: REST APIs by name, which a template cannot refer to, others by id. */
  private static @Nullable Code dimension(Resource api, ApiKind kind) {
    String own = api.isOfTemplate() ? CodeWriter.label(api) : api.address().name();
    if (kind != ApiKind.REST) {
      return new Code.Attribute(own, api.isOfTemplate() ? "" : "id");
    }
    if (!api.isOfTemplate()) {
      return new Code.Attribute(own, "name");
    }
    Value name = api.get("Name");
    String known = Properties.known(name);
    return known == null || name.origin().sensitive() ? null : new Code.Text(known);
  }

  private Example example(CodeWriter writer, AlarmsOn errors) {
    return new Example(() -> "", () -> text(writer, errors));
  }

  private String text(CodeWriter writer, AlarmsOn errors) {
    List<List<String>> alarms = new ArrayList<>();
    if (errors == AlarmsOn.CLIENT_ERRORS || errors == AlarmsOn.BOTH) {
      alarms.add(alarm(writer, CLIENT));
    }
    if (errors != AlarmsOn.CLIENT_ERRORS) {
      alarms.add(alarm(writer, SERVER));
    }
    return String.join("\n", writer.together(alarms));
  }

  private String metric(String of) {
    ErrorMetrics metrics = ErrorMetrics.of(kind);
    return (of.equals(CLIENT) ? metrics.client() : metrics.server()).getFirst();
  }

  private List<String> alarm(CodeWriter writer, String of) {
    Map<String, Code> members = new LinkedHashMap<>();
    String dimension = kind == ApiKind.REST ? "ApiName" : "ApiId";
    String name =
        template ? label + of + "Errors" : label + '_' + of.toLowerCase(Locale.ROOT) + "_errors";
    if (!template) {
      members.put("alarm_name", new Code.Text(name));
    }
    put(members, "namespace", "Namespace", new Code.Text("AWS/ApiGateway"));
    put(members, "metric_name", "MetricName", new Code.Text(metric(of)));
    if (template) {
      Map<String, Code> pair = new LinkedHashMap<>();
      pair.put("Name", new Code.Text(dimension));
      pair.put("Value", api);
      members.put("Dimensions", new Code.Items(List.of(Code.object(pair))));
    } else {
      members.put("dimensions", Code.object(Map.of(dimension, api)));
    }
    put(members, "statistic", "Statistic", new Code.Text("Sum"));
    put(members, "period", "Period", new Code.Plain("300"));
    put(members, "evaluation_periods", "EvaluationPeriods", new Code.Plain("1"));
    put(members, "threshold", "Threshold", new Code.Plain("1"));
    put(
        members,
        "comparison_operator",
        "ComparisonOperator",
        new Code.Text("GreaterThanOrEqualToThreshold"));
    return writer.resource(
        template ? "AWS::CloudWatch::Alarm" : "aws_cloudwatch_metric_alarm", name, members);
  }

  private void put(Map<String, Code> members, String terraform, String cfn, Code value) {
    members.put(template ? cfn : terraform, value);
  }
}
