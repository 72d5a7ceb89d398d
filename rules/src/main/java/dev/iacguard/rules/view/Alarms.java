package dev.iacguard.rules.view;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The CloudWatch alarms of a stack, as far as they watch API Gateway or its log groups. */
final class Alarms {
  private static final String GATEWAY = "AWS/ApiGateway";
  private static final Set<String> CLIENT_ERRORS = Set.of("4XXError", "4xx", "ClientError");
  private static final Set<String> SERVER_ERRORS =
      Set.of("5XXError", "5xx", "ExecutionError", "IntegrationError");

  /** Alarms of the aws and awscc providers and of CloudFormation. */
  private static final List<String> TYPES =
      List.of("aws_cloudwatch_metric_alarm", "awscc_cloudwatch_alarm", "AWS::CloudWatch::Alarm");

  /** What a filter calls the metric it makes, in each vocabulary. */
  private static final List<String> NAMES = List.of("name", "metric_name", "MetricName");

  private final World world;
  private final GatewayView view;

  Alarms(World world, GatewayView view) {
    this.world = world;
    this.view = view;
  }

  /**
   * A metric that an alarm watches.
   *
   * @param name null when it is not known
   * @param namespace null when it is not known
   * @param dimensions what it is the metric of
   */
  private record Metric(
      @Nullable String name, @Nullable String namespace, List<Value> dimensions) {}

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
      for (Metric metric : metrics(alarm)) {
        String name = metric.name();
        boolean ofGateway = mayBeOfGateway(metric) && !isAboutAnotherApi(metric, api);
        boolean ofLogs = filters.stream().anyMatch(filter -> makes(filter, metric));
        ofClient |= ofLogs || (ofGateway && (name == null || CLIENT_ERRORS.contains(name)));
        ofServer |= ofLogs || (ofGateway && (name == null || SERVER_ERRORS.contains(name)));
      }
      boolean news = (ofClient && !client) || (ofServer && !server);
      if (news && world.holds(alarm.exists())) {
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
        ResourceIndex all = view.index(type, (asked, alarm) -> new Alarms(asked, view).keys(alarm));
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

  /** What an alarm may be about: APIs by address or name, and metrics by name. */
  private Collection<String> keys(Resource alarm) {
    Set<String> keys = new HashSet<>();
    for (Metric metric : metrics(alarm)) {
      Set<String> apis = new HashSet<>();
      for (Value dimension : metric.dimensions()) {
        String key = ResourceIndex.key(dimension);
        if (key != null) {
          apis.add(key);
        }
      }
      if (mayBeOfGateway(metric) && apis.isEmpty()) {
        return List.of();
      }
      keys.addAll(apis);
      keys.add(String.valueOf(metric.name()));
    }
    return keys;
  }

  private static boolean mayBeOfGateway(Metric metric) {
    return metric.namespace() == null || metric.namespace().equals(GATEWAY);
  }

  private List<Metric> metrics(Resource alarm) {
    boolean template = alarm.type().startsWith("AWS::");
    List<Metric> metrics = new ArrayList<>();
    add(alarm.get(template ? "MetricName" : "metric_name"), alarm, template, metrics);
    return metrics;
  }

  private void add(Value name, Resource alarm, boolean template, List<Metric> metrics) {
    Value settled = world.settle(name);
    if (!(settled instanceof Value.Null)) {
      metrics.add(
          metric(
              settled,
              alarm.get(template ? "Namespace" : "namespace"),
              alarm.get(template ? "Dimensions" : "dimensions")));
    }
    List.of("metric_query", "metrics", "Metrics")
        .forEach(queries -> addQueries(alarm.get(queries), metrics));
  }

  /** Metrics inside metric math, however deep they lie. */
  private void addQueries(Value queries, List<Metric> metrics) {
    switch (world.settle(queries)) {
      case Value.Sequence many -> many.elements().forEach(query -> addQueries(query, metrics));
      case Value.Mapping one -> {
        for (String key : List.of("metric_name", "MetricName")) {
          Value name = one.get(key);
          if (name != null) {
            boolean template = key.startsWith("M");
            metrics.add(
                metric(
                    world.settle(name),
                    entry(one, template ? "Namespace" : "namespace"),
                    entry(one, template ? "Dimensions" : "dimensions")));
          }
        }
        one.entries().values().forEach(inner -> addQueries(inner, metrics));
      }
      default -> {}
    }
  }

  private static Value entry(Value.Mapping map, String key) {
    Value value = map.get(key);
    return value == null ? new Value.Null(map.origin()) : value;
  }

  private Metric metric(Value name, Value namespace, Value dimensions) {
    List<Value> values = new ArrayList<>();
    switch (world.settle(dimensions)) {
      case Value.Mapping map -> map.entries().forEach((key, value) -> addApi(key, value, values));
      case Value.Sequence list -> {
        for (Value pair : list.elements()) {
          if (world.settle(pair) instanceof Value.Mapping entries) {
            String key = entries.get("Name") == null ? "name" : "Name";
            String content = key.equals("Name") ? "Value" : "value";
            String dimension = Properties.known(world.settle(entry(entries, key)));
            addApi(String.valueOf(dimension), entry(entries, content), values);
          }
        }
      }
      default -> {}
    }
    return new Metric(
        Properties.known(name), Properties.known(world.settle(namespace)), List.copyOf(values));
  }

  private void addApi(String dimension, Value value, List<Value> values) {
    if (Set.of("ApiName", "ApiId").contains(dimension)) {
      values.add(world.settle(value));
    }
  }

  /** True only when a metric is known to be another API's. */
  private boolean isAboutAnotherApi(Metric metric, @Nullable Resource api) {
    if (api == null) {
      return false;
    }
    for (Value dimension : metric.dimensions()) {
      Reference.ToResource reference = Properties.reference(dimension);
      String known = Properties.known(dimension);
      String name = name(api);
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
    String attribute = api.type().startsWith("AWS::") ? "Name" : "name";
    return Properties.known(world.settle(api.get(attribute)));
  }

  private boolean makes(MetricFilter filter, Metric metric) {
    return metric.name() != null && names(filter).contains(metric.name());
  }

  /** The known names of the metrics that a filter makes. */
  private List<String> names(MetricFilter filter) {
    List<String> names = new ArrayList<>();
    for (String key : NAMES) {
      String name =
          Properties.known(
              Properties.at(world, filter.resource(), List.of(filter.transformations(), key)));
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }
}
