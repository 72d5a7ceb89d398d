package dev.iacguard.rules.view;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.CopiedAttributes;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A metric that an alarm watches.
 *
 * @param name resolved
 * @param namespace resolved
 * @param dimensions those that say whose metric it is
 */
record AlarmMetric(Value name, Value namespace, AlarmDimensions dimensions) {
  private static final String GATEWAY = "AWS/ApiGateway";

  /** Those of an alarm of the aws and awscc providers and of CloudFormation. */
  static List<AlarmMetric> of(Scenario scenario, Resource alarm) {
    return new Reader(scenario).read(alarm);
  }

  /**
   * What an alarm may be about: APIs by address or name, and metrics by name; empty when it may be
   * about anything.
   */
  static Collection<String> keys(Scenario scenario, Stack stack, Resource alarm) {
    Set<String> keys = new HashSet<>();
    for (AlarmMetric metric : of(scenario, alarm)) {
      String name = Properties.known(metric.name);
      boolean open =
          metric.isOfGateway() != TextComparison.DIFFERENT
              && metric.dimensions.apis().isEmpty()
              && metric.dimensions.published() != TextComparison.DIFFERENT;
      if (open || name == null) {
        return List.of();
      }
      keys.add(name);
      for (Value api : metric.dimensions.apis()) {
        List<Reference.ToResource> copied = CopiedAttributes.of(scenario, stack, api);
        copied.forEach(attribute -> keys.add(attribute.resource().toString()));
        String known = Properties.known(api);
        if (known != null) {
          keys.add(known);
        } else if (copied.isEmpty()) {
          return List.of();
        }
      }
    }
    return keys;
  }

  /** Whether it is a metric of API Gateway; one without a namespace is taken for one. */
  TextComparison isOfGateway() {
    return namespace instanceof Value.Null
        ? TextComparison.SAME
        : TextComparison.of(namespace, Value.Text.of(GATEWAY, namespace.origin()));
  }

  /** Reads what one alarm watches. */
  private static final class Reader {
    private final Scenario scenario;
    private final List<AlarmMetric> metrics = new ArrayList<>();

    private Reader(Scenario scenario) {
      this.scenario = scenario;
    }

    List<AlarmMetric> read(Resource alarm) {
      boolean template = alarm.isOfTemplate();
      Value name = scenario.resolve(alarm.get(template ? "MetricName" : "metric_name"));
      if (!(name instanceof Value.Null)) {
        add(
            name,
            alarm.get(template ? "Namespace" : "namespace"),
            alarm.get(template ? "Dimensions" : "dimensions"));
      }
      List.of("metric_query", "metrics", "Metrics")
          .forEach(queries -> addQueries(alarm.get(queries)));
      return metrics;
    }

    /** Metrics inside metric math, however deep they lie. */
    private void addQueries(Value queries) {
      switch (scenario.resolve(queries)) {
        case Value.Sequence many -> many.elements().forEach(this::addQueries);
        case Value.Mapping one -> {
          addQuery(one, "metric_name", "namespace", "dimensions");
          addQuery(one, "MetricName", "Namespace", "Dimensions");
          addExpression(entry(one, "expression"));
          addExpression(entry(one, "Expression"));
          one.entries().values().forEach(this::addQueries);
        }
        default -> {}
      }
    }

    private void addQuery(Value.Mapping query, String name, String namespace, String dimensions) {
      Value written = query.get(name);
      if (written != null) {
        add(scenario.resolve(written), entry(query, namespace), entry(query, dimensions));
      }
    }

    private void addExpression(Value written) {
      AlarmMetric metric = AlarmQuery.metric(scenario, scenario.resolve(written));
      if (metric != null) {
        metrics.add(metric);
      }
    }

    private static Value entry(Value.Mapping map, String key) {
      Value value = map.get(key);
      return value == null ? new Value.Null(map.origin()) : value;
    }

    private void add(Value name, Value namespace, Value dimensions) {
      AlarmDimensions read = AlarmDimensions.of(scenario, dimensions);
      metrics.add(new AlarmMetric(name, scenario.resolve(namespace), read));
    }
  }
}
