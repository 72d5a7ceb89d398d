package dev.iacguard.rules.view;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The CloudWatch alarms of a stack, as far as they watch API Gateway or its log groups. */
final class Alarms {
  private static final Set<String> CLIENT_ERRORS = Set.of("4XXError", "4xx", "ClientError");
  private static final Set<String> SERVER_ERRORS =
      Set.of("5XXError", "5xx", "ExecutionError", "IntegrationError");

  /** Alarms of the aws and awscc providers and of CloudFormation. */
  private static final List<String> TYPES =
      List.of("aws_cloudwatch_metric_alarm", "awscc_cloudwatch_alarm", "AWS::CloudWatch::Alarm");

  /** What a filter calls the metric it makes, in each vocabulary. */
  private static final List<String> NAMES = List.of("name", "metric_name", "MetricName");

  private final Scenario scenario;
  private final GatewayView view;

  Alarms(Scenario scenario, GatewayView view) {
    this.scenario = scenario;
    this.view = view;
  }

  /** True when what the stack declares is not all that may be there. */
  boolean mayBeUnseen() {
    return view.stack().problems().stream()
        .anyMatch(problem -> problem.rule().equals(Problem.NOT_AVAILABLE));
  }

  /**
   * The errors of a stage that an alarm is sure or likely to be about: one that is not known to be
   * about something else counts.
   *
   * @param api the API's resource, or null when it is not known
   */
  StageAlarms of(@Nullable Resource api, List<MetricFilter> filters) {
    boolean client = false;
    boolean server = false;
    for (Resource alarm : candidates(api, filters)) {
      boolean ofClient = false;
      boolean ofServer = false;
      for (AlarmMetric metric : AlarmMetric.of(scenario, alarm)) {
        String name = metric.name();
        boolean ofGateway = metric.mayBeOfGateway() && !isAboutAnotherApi(metric, api);
        boolean ofLogs = filters.stream().anyMatch(filter -> makes(filter, metric));
        ofClient |= ofLogs || (ofGateway && (name == null || CLIENT_ERRORS.contains(name)));
        ofServer |= ofLogs || (ofGateway && (name == null || SERVER_ERRORS.contains(name)));
      }
      boolean news = (ofClient && !client) || (ofServer && !server);
      if (news && scenario.holds(alarm.exists())) {
        client |= ofClient;
        server |= ofServer;
      }
    }
    return new StageAlarms(client, server, mayBeUnseen());
  }

  /** Those that may be about the API or about what is made from its log. */
  private List<Resource> candidates(@Nullable Resource api, List<MetricFilter> filters) {
    String name = api == null ? null : name(api);
    List<Resource> candidates = new ArrayList<>();
    for (String type : TYPES) {
      if (api == null || name == null) {
        candidates.addAll(view.stack().resources(type));
      } else {
        ResourceIndex all = view.index(type, AlarmMetric::keys);
        candidates.addAll(all.about(() -> keys(api, name, filters)));
      }
    }
    return candidates;
  }

  private List<String> keys(Resource api, String name, List<MetricFilter> filters) {
    List<String> keys = new ArrayList<>(List.of(api.address().toString(), name));
    filters.forEach(filter -> keys.addAll(names(filter)));
    return keys;
  }

  /** True only when a metric is known to be another API's. */
  private boolean isAboutAnotherApi(AlarmMetric metric, @Nullable Resource api) {
    if (api == null) {
      return false;
    }
    String name = name(api);
    for (Value dimension : metric.apis()) {
      Reference.ToResource reference = Properties.reference(dimension);
      String known = Properties.known(dimension);
      boolean another =
          reference != null
              ? !reference.resource().equals(api.address())
              : known != null && name != null && !known.equals(name);
      if (another) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String name(Resource api) {
    String attribute = api.isOfTemplate() ? "Name" : "name";
    return Properties.known(scenario.resolve(api.get(attribute)));
  }

  private boolean makes(MetricFilter filter, AlarmMetric metric) {
    return metric.name() != null && names(filter).contains(metric.name());
  }

  /** The known names of the metrics that a filter makes. */
  private List<String> names(MetricFilter filter) {
    List<String> names = new ArrayList<>();
    for (String key : NAMES) {
      String name =
          Properties.known(
              Properties.at(scenario, filter.resource(), List.of(filter.transformations(), key)));
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }
}
