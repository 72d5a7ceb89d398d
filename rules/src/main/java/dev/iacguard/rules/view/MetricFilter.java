package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.ResourceIndex;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A metric filter: a metric computed from the events of a log group.
 *
 * @param transformations the attribute with what is counted and under which name
 * @param sure false when it may be a filter of another log group
 */
record MetricFilter(Resource resource, String transformations, boolean sure) {
  private static final List<String> NO_LOG_GROUP = List.of("");

  /** What a filter calls the metric it makes, in each vocabulary. */
  private static final List<String> NAMES = List.of("name", "metric_name", "MetricName");

  /** The filters of a log group and those that may be. */
  static List<MetricFilter> of(Scenario scenario, GatewayView view, Link.Declared logGroup) {
    List<MetricFilter> filters = new ArrayList<>();
    for (Type type : Type.ALL) {
      ResourceIndex all =
          view.index(type.type(), (asked, filter) -> keys(asked, view, filter, type));
      for (Resource resource : all.about(() -> List.of(logGroup.resource().toString()))) {
        TextComparison link =
            view.links().names().isNameOf(scenario, resource.get(type.logGroup()), logGroup);
        if (link != TextComparison.DIFFERENT && scenario.holds(resource.exists())) {
          filters.add(
              new MetricFilter(resource, type.transformations(), link == TextComparison.SAME));
        }
      }
    }
    return filters;
  }

  /** The names of the metrics that it makes, resolved. */
  List<Value> metrics(Scenario scenario) {
    return NAMES.stream()
        .map(name -> Properties.at(scenario, resource, List.of(transformations, name)))
        .filter(name -> !Properties.isNothing(name))
        .toList();
  }

  private static Collection<String> keys(
      Scenario scenario, GatewayView view, Resource filter, Type type) {
    return switch (view.links()
        .names()
        .find(scenario, LinkKind.LOG_GROUP, filter.get(type.logGroup()))) {
      case Link.Declared declared -> List.of(declared.resource().toString());
      case Link.Uncertain uncertain -> List.of();
      default -> NO_LOG_GROUP;
    };
  }

  static List<String> types() {
    return Type.ALL.stream().map(Type::type).toList();
  }

  private record Type(String type, String logGroup, String transformations) {
    static final List<Type> ALL =
        List.of(
            new Type("aws_cloudwatch_log_metric_filter", "log_group_name", "metric_transformation"),
            new Type("awscc_logs_metric_filter", "log_group_name", "metric_transformations"),
            new Type("AWS::Logs::MetricFilter", "LogGroupName", "MetricTransformations"));
  }
}
