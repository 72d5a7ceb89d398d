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
 * @param open true when there may be more dimensions than these
 */
record AlarmDimensions(List<Value> apis, List<Value> stages, boolean open) {
  private static final Set<String> API = Set.of("ApiName", "ApiId");
  private static final String STAGE = "Stage";

  /** Reads a map from name to value, or a list of pairs. */
  static AlarmDimensions of(Scenario scenario, Value written) {
    Reader reader = new Reader(scenario);
    reader.read(written);
    return new AlarmDimensions(List.copyOf(reader.apis), List.copyOf(reader.stages), reader.open);
  }

  /** Whether API Gateway publishes a metric with these dimensions. */
  TextComparison published() {
    if (open) {
      return TextComparison.UNDECIDED;
    }
    return apis.isEmpty() ? TextComparison.DIFFERENT : TextComparison.SAME;
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
