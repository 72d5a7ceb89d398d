package dev.iacguard.rules.view;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.StageAlarms.Errors;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CloudWatch alarms of a stack, as far as they watch API Gateway or its log groups. */
final class Alarms {
  /** Alarms of the aws and awscc providers and of CloudFormation. */
  static final List<String> TYPES =
      List.of("aws_cloudwatch_metric_alarm", "awscc_cloudwatch_alarm", "AWS::CloudWatch::Alarm");

  private final Scenario scenario;
  private final GatewayView view;

  Alarms(Scenario scenario, GatewayView view) {
    this.scenario = scenario;
    this.view = view;
  }

  /** True when what the stack declares is not all that may be there. */
  boolean mayBeUnseen() {
    return !view.stack().hasAll("AWS::CloudWatch::Alarm")
        || !view.stack().hasAll("AWS::Logs::MetricFilter")
        || view.stack().problems().stream()
            .anyMatch(problem -> problem.rule().equals(Problem.NOT_AVAILABLE));
  }

  /**
   * The errors of a stage that alarms watch.
   *
   * @param api the kind of its API
   * @param filters those of its log group
   */
  StageAlarms of(AlarmScope stage, ApiKind api, List<MetricFilter> filters) {
    ErrorMetrics metrics = ErrorMetrics.of(api);
    @Nullable MisspeltMetric misspelt = null;
    Errors sure = Errors.NONE;
    Errors possible = Errors.NONE;
    @Nullable Uncertainty uncertainty = null;
    for (Resource alarm : candidates(stage.api(), filters)) {
      for (AlarmMetric metric : AlarmMetric.of(scenario, alarm)) {
        TextComparison log = isOfLog(metric, filters);
        TextComparison gateway = metric.isOfGateway().and(stage.isWatchedBy(metric.dimensions()));
        TextComparison client = log.or(gateway.and(isOneOf(metric, metrics.client())));
        TextComparison server = log.or(gateway.and(isOneOf(metric, metrics.server())));
        if (misspelt == null && gateway == TextComparison.SAME) {
          misspelt = misspelling(metric.name(), metrics);
        }
        Errors nowSure = sure.and(client == TextComparison.SAME, server == TextComparison.SAME);
        Errors nowPossible =
            possible.and(client != TextComparison.DIFFERENT, server != TextComparison.DIFFERENT);
        boolean more = !nowSure.equals(sure) || !nowPossible.equals(possible);
        if (more && scenario.holds(alarm.exists())) {
          boolean doubtful = !nowPossible.equals(possible) && nowSure.equals(sure);
          if (uncertainty == null && doubtful) {
            uncertainty =
                log == TextComparison.UNDECIDED
                    ? AlarmScope.doubt(alarm, "another API or log group", "the API or log group")
                    : stage.doubt(alarm, metric.dimensions());
          }
          sure = nowSure;
          possible = nowPossible;
        }
      }
    }
    return new StageAlarms(sure, possible, uncertainty, misspelt, mayBeUnseen());
  }

  /** Null for a name that a metric has, and for one that is like none. */
  private static @Nullable MisspeltMetric misspelling(Value name, ErrorMetrics metrics) {
    String written = name.origin().sensitive() ? null : Properties.known(name);
    String meant = written == null ? null : metrics.meantBy(written);
    return written == null || meant == null
        ? null
        : new MisspeltMetric(written, meant, name.origin().at());
  }

  /** Those that may be about the API or about what is made from its log. */
  private List<Resource> candidates(@Nullable Resource api, List<MetricFilter> filters) {
    String name = api == null ? null : Properties.known(AlarmScope.name(scenario, api));
    List<Value> metrics = new ArrayList<>();
    filters.forEach(filter -> metrics.addAll(filter.metrics(scenario)));
    boolean open = metrics.stream().anyMatch(metric -> Properties.known(metric) == null);
    List<Resource> candidates = new ArrayList<>();
    for (String type : TYPES) {
      if (api == null || name == null || open) {
        candidates.addAll(view.stack().resources(type));
      } else {
        List<String> keys = new ArrayList<>(List.of(api.address().toString(), name));
        // The dimensions of a state have it.
        keys.add(String.valueOf(Properties.known(scenario.resolve(api.get("id")))));
        metrics.forEach(metric -> keys.add(String.valueOf(Properties.known(metric))));
        candidates.addAll(
            view.index(type, (asked, alarm) -> AlarmMetric.keys(asked, view.stack(), alarm))
                .about(() -> keys));
      }
    }
    return candidates;
  }

  private static TextComparison isOneOf(AlarmMetric metric, List<String> names) {
    String name = Properties.known(metric.name());
    return name == null
        ? TextComparison.UNDECIDED
        : names.contains(name) ? TextComparison.SAME : TextComparison.DIFFERENT;
  }

  /** Whether a metric is made by one of the filters. */
  private TextComparison isOfLog(AlarmMetric metric, List<MetricFilter> filters) {
    TextComparison any = TextComparison.DIFFERENT;
    for (MetricFilter filter : filters) {
      for (Value name : filter.metrics(scenario)) {
        TextComparison same = TextComparison.of(metric.name(), name);
        any = any.or(filter.sure() ? same : same.and(TextComparison.UNDECIDED));
      }
    }
    return any;
  }
}
