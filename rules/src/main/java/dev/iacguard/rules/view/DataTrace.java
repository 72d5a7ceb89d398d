package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stage's execution log holds full requests and responses.
 *
 * @param on where this is switched on, or null
 * @param uncertainty why it may be, when nothing is sure to switch it on
 */
public record DataTrace(@Nullable Origin on, @Nullable Uncertainty uncertainty) {
  private static final String METHOD_SETTINGS = "aws_api_gateway_method_settings";

  /**
   * The properties of a stage under which settings lie, for one of its methods or routes or all.
   */
  private static final List<String> HOLDERS =
      List.of(
          "default_route_settings",
          "route_settings",
          "method_settings",
          "MethodSettings",
          "DefaultRouteSettings",
          "RouteSettings",
          "StageDescription");

  static DataTrace of(Scenario scenario, GatewayView view, Resource stage) {
    Search search = new Search(scenario);
    for (String holder : HOLDERS) {
      if (stage.attributes().has(holder)) {
        search.look(stage.get(holder));
      }
    }
    if (stage.type().equals("aws_api_gateway_stage")) {
      ResourceIndex all = view.index(METHOD_SETTINGS, DataTrace::keys);
      for (Resource settings : all.about(() -> keysOf(scenario, stage))) {
        if (speaksOf(scenario, settings, stage) && scenario.holds(settings.exists())) {
          search.look(settings.get("settings"));
        }
      }
    }
    return new DataTrace(search.on, search.on == null ? search.uncertainty : null);
  }

  /** The stage or, where that has only its name there, the API. */
  private static Collection<String> keys(Scenario scenario, Resource settings) {
    Value stage = scenario.resolve(settings.get("stage_name"));
    return Properties.reference(stage) == null
        ? List.of(key(scenario, settings, "rest_api_id"))
        : List.of(key(scenario, settings, "stage_name"));
  }

  private static List<String> keysOf(Scenario scenario, Resource stage) {
    return List.of(stage.address().toString(), key(scenario, stage, "rest_api_id"));
  }

  private static String key(Scenario scenario, Resource resource, String attribute) {
    String key = ResourceIndex.key(scenario.resolve(resource.get(attribute)));
    return key == null ? "" : key;
  }

  /** Whether these settings are sure to be the stage's. */
  private static boolean speaksOf(Scenario scenario, Resource settings, Resource stage) {
    Value name = scenario.resolve(settings.get("stage_name"));
    var reference = Properties.reference(name);
    if (reference != null) {
      return reference.resource().equals(stage.address());
    }
    String known = Properties.known(name);
    return known != null
        && known.equals(Properties.known(scenario.resolve(stage.get("stage_name"))))
        && isSameApi(
            scenario.resolve(settings.get("rest_api_id")),
            scenario.resolve(stage.get("rest_api_id")));
  }

  private static boolean isSameApi(Value one, Value other) {
    var reference = Properties.reference(one);
    return reference == null
        ? Properties.known(one) != null
            && Objects.equals(Properties.known(one), Properties.known(other))
        : reference.equals(Properties.reference(other));
  }

  /** Looks through settings, which may be one, a list, or some by route. */
  private static final class Search {
    private final Scenario scenario;
    private @Nullable Origin on;
    private @Nullable Uncertainty uncertainty;

    private Search(Scenario scenario) {
      this.scenario = scenario;
    }

    void look(Value written) {
      switch (scenario.resolve(written)) {
        case Value.Sequence many -> many.elements().forEach(this::look);
        case Value.Mapping settings -> {
          settings.entries().forEach(this::lookInside);
          judge(settings, "data_trace_enabled", "logging_level");
          judge(settings, "DataTraceEnabled", "LoggingLevel");
        }
        default -> {}
      }
    }

    private void lookInside(String name, Value value) {
      Value resolved = scenario.resolve(value);
      if (resolved instanceof Value.Mapping || resolved instanceof Value.Sequence) {
        look(resolved);
      }
    }

    private void judge(Value.Mapping settings, String trace, String level) {
      Value enabled = settings.get(trace);
      if (enabled == null || isOff(settings.get(level))) {
        return;
      }
      Value resolved = scenario.resolve(enabled);
      if (Properties.isTrue(resolved)) {
        on = on == null ? resolved.origin() : on;
      } else if (resolved instanceof Value.Unknown unknown) {
        uncertainty = Uncertainty.about(unknown);
      }
    }

    /** Nothing is written at that level, neither in part nor in full. */
    private boolean isOff(@Nullable Value level) {
      return level != null && "OFF".equals(Properties.known(scenario.resolve(level)));
    }
  }
}
