package dev.iacguard.rules.view;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A metric that is made from the events of a log group.
 *
 * @param transformations the attribute with what is counted and under which name
 */
record MetricFilter(Resource resource, String transformations) {
  private static final List<String> NO_LOG_GROUP = List.of("");

  /** The filters of a log group, as far as the code ties them to it. */
  static List<MetricFilter> of(Scenario scenario, GatewayView view, Address logGroup) {
    List<MetricFilter> filters = new ArrayList<>();
    for (Type type : Type.ALL) {
      ResourceIndex all =
          view.index(type.type(), (asked, filter) -> keys(asked, view, filter, type));
      for (Resource resource : all.about(() -> List.of(logGroup.toString()))) {
        if (logGroup(scenario, view.links(), resource, type) instanceof Link.Declared declared
            && declared.resource().address().equals(logGroup)
            && scenario.holds(resource.exists())) {
          filters.add(new MetricFilter(resource, type.transformations()));
        }
      }
    }
    return filters;
  }

  private static Collection<String> keys(
      Scenario scenario, GatewayView view, Resource filter, Type type) {
    return logGroup(scenario, view.links(), filter, type) instanceof Link.Declared declared
        ? List.of(declared.resource().address().toString())
        : NO_LOG_GROUP;
  }

  private static Link logGroup(Scenario scenario, Links links, Resource filter, Type type) {
    return links.byName(scenario, LinkKind.LOG_GROUP, filter.get(type.logGroup()));
  }

  private record Type(String type, String logGroup, String transformations) {
    static final List<Type> ALL =
        List.of(
            new Type("aws_cloudwatch_log_metric_filter", "log_group_name", "metric_transformation"),
            new Type("awscc_logs_metric_filter", "log_group_name", "metric_transformations"),
            new Type("AWS::Logs::MetricFilter", "LogGroupName", "MetricTransformations"));
  }
}
