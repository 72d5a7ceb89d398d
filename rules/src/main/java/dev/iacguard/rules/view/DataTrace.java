package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stage's execution log holds full requests and responses.
 *
 * @param on where this is switched on, or null
 * @param doubt why it may be, when nothing is sure to switch it on
 */
public record DataTrace(@Nullable Origin on, @Nullable Doubt doubt) {
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

  static DataTrace of(World world, GatewayView view, Resource stage) {
    Search search = new Search(world);
    for (String holder : HOLDERS) {
      if (stage.attributes().has(holder)) {
        search.look(stage.get(holder));
      }
    }
    if (stage.type().equals("aws_api_gateway_stage")) {
      ResourceIndex all = view.index(METHOD_SETTINGS, DataTrace::keys);
      for (Resource settings : all.about(() -> keysOf(world, stage))) {
        if (speaksOf(world, settings, stage) && world.holds(settings.exists())) {
          search.look(settings.get("settings"));
        }
      }
    }
    return new DataTrace(search.on, search.on == null ? search.doubt : null);
  }

  /** The stage or, where that has only its name there, the API. */
  private static Collection<String> keys(World world, Resource settings) {
    Value stage = world.settle(settings.get("stage_name"));
    return Properties.reference(stage) == null
        ? List.of(key(world, settings, "rest_api_id"))
        : List.of(key(world, settings, "stage_name"));
  }

  private static List<String> keysOf(World world, Resource stage) {
    return List.of(stage.address().toString(), key(world, stage, "rest_api_id"));
  }

  private static String key(World world, Resource resource, String attribute) {
    String key = ResourceIndex.key(world.settle(resource.get(attribute)));
    return key == null ? "" : key;
  }

  /** Whether these settings are sure to be the stage's. */
  private static boolean speaksOf(World world, Resource settings, Resource stage) {
    Value name = world.settle(settings.get("stage_name"));
    var reference = Properties.reference(name);
    if (reference != null) {
      return reference.resource().equals(stage.address());
    }
    String known = Properties.known(name);
    return known != null
        && known.equals(Properties.known(world.settle(stage.get("stage_name"))))
        && isSameApi(
            world.settle(settings.get("rest_api_id")), world.settle(stage.get("rest_api_id")));
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
    private final World world;
    private @Nullable Origin on;
    private @Nullable Doubt doubt;

    private Search(World world) {
      this.world = world;
    }

    void look(Value written) {
      switch (world.settle(written)) {
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
      Value settled = world.settle(value);
      if (settled instanceof Value.Mapping || settled instanceof Value.Sequence) {
        look(settled);
      }
    }

    private void judge(Value.Mapping settings, String trace, String level) {
      Value enabled = settings.get(trace);
      if (enabled == null || isOff(settings.get(level))) {
        return;
      }
      Value settled = world.settle(enabled);
      if (Properties.isTrue(settled)) {
        on = on == null ? settled.origin() : on;
      } else if (settled instanceof Value.Unknown unknown) {
        doubt = Doubt.about(unknown);
      }
    }

    /** Nothing is written at that level, neither in part nor in full. */
    private boolean isOff(@Nullable Value level) {
      return level != null && "OFF".equals(Properties.known(world.settle(level)));
    }
  }
}
