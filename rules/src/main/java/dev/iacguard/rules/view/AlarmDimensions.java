package dev.iacguard.rules.view;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The dimensions of a metric that say whose it is. API Gateway publishes its metrics per API, per
 * API and stage, and per API, stage and method or route, and CloudWatch adds nothing up: an alarm
 * without the API's dimension finds no data.
 *
 * @param apis the values of {@code ApiName} and {@code ApiId}, resolved
 * @param stages the values of {@code Stage}, resolved
 * @param extent what there is beside these
 */
record AlarmDimensions(List<Value> apis, List<Value> stages, Extent extent) {
  static final Set<String> API = Set.of("ApiName", "ApiId");
  static final String STAGE = "Stage";

  /** What a metric is about beside the dimensions that are read. */
  enum Extent {
    /** Nothing: without the API's dimension there is no such metric. */
    WRITTEN,
    /** There may be more dimensions. */
    OPEN,
    /** A query adds up all APIs and stages that these dimensions do not exclude. */
    EVERY,
    /** A query that may exclude more. */
    QUERY
  }

  /** Reads a map from name to value, or a list of pairs. */
  static AlarmDimensions of(Scenario scenario, Value written) {
    Reader reader = new Reader(scenario);
    reader.read(written);
    return new AlarmDimensions(
        List.copyOf(reader.apis),
        List.copyOf(reader.stages),
        reader.open ? Extent.OPEN : Extent.WRITTEN);
  }

  /** Whether API Gateway publishes a metric with these dimensions. */
  TextComparison published() {
    return switch (extent) {
      case WRITTEN -> apis.isEmpty() ? TextComparison.DIFFERENT : TextComparison.SAME;
      case OPEN, QUERY -> TextComparison.UNDECIDED;
      case EVERY -> TextComparison.SAME;
    };
  }

  /** True when they are the conditions of a query. */
  boolean isOfQuery() {
    return extent == Extent.EVERY || extent == Extent.QUERY;
  }

  /** Collects dimensions in the order they are written. */
  private static final class Reader {
    private final Scenario scenario;
    private final List<Value> apis = new ArrayList<>();
    private final List<Value> stages = new ArrayList<>();
    private boolean open;

    private Reader(Scenario scenario) {
      this.scenario = scenario;
    }

    private void read(Value written) {
      switch (scenario.resolve(written)) {
        case Value.Mapping map -> {
          open |= map.open();
          map.entries().forEach((name, value) -> add(name, scenario.resolve(value)));
        }
        case Value.Sequence pairs -> {
          open |= pairs.open();
          pairs.elements().forEach(pair -> readPair(scenario.resolve(pair)));
        }
        case Value.Unknown unknown -> open = true;
        default -> {}
      }
    }

    private void readPair(Value pair) {
      if (pair instanceof Value.Null) {
        return;
      }
      boolean template = pair instanceof Value.Mapping entries && entries.get("Name") != null;
      Value name = Properties.inside(scenario, pair, template ? "Name" : "name");
      Value value = Properties.inside(scenario, pair, template ? "Value" : "value");
      String known = Properties.known(name);
      if (known == null) {
        open = true;
      } else {
        add(known, value);
      }
    }

    /** An entry that is null is not written. */
    private void add(String name, Value value) {
      if (!(value instanceof Value.Null)) {
        if (API.contains(name)) {
          apis.add(value);
        } else if (name.equals(STAGE)) {
          stages.add(value);
        }
      }
    }
  }
}
