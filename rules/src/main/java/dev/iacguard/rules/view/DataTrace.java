package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.CopiedAttributes;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.ResourceIndex;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stage's execution log holds full requests and responses.
 *
 * @param on where this is switched on, or null
 * @param uncertainty why it may be, when nothing is sure to switch it on
 */
public record DataTrace(@Nullable Origin on, @Nullable Uncertainty uncertainty) {
  static final String METHOD_SETTINGS = "aws_api_gateway_method_settings";

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

  /** The types whose stages a method settings resource speaks of. */
  private static final Set<String> STAGES =
      Set.of(
          "aws_api_gateway_stage",
          "aws_api_gateway_deployment",
          "awscc_apigateway_stage",
          "awscc_apigateway_deployment");

  private static final List<String> APIS =
      List.of("aws_api_gateway_rest_api.", "awscc_apigateway_rest_api.");

  static DataTrace of(Scenario scenario, GatewayView view, Resource stage) {
    Search search = new Search(scenario);
    for (String holder : HOLDERS) {
      if (stage.attributes().has(holder)) {
        search.look(stage.get(holder));
      }
    }
    Search perhaps = new Search(scenario);
    if (STAGES.contains(stage.type())) {
      for (Resource settings : candidates(scenario, view, stage)) {
        TextComparison link = isOf(scenario, view, settings, stage);
        if (link != TextComparison.DIFFERENT && scenario.holds(settings.exists())) {
          (link == TextComparison.SAME ? search : perhaps).look(settings.get("settings"));
        }
      }
    }
    if (search.on != null) {
      return new DataTrace(search.on, null);
    }
    Uncertainty unsure = perhaps.uncertainty;
    Origin at = perhaps.on == null && unsure != null ? unsure.origin() : perhaps.on;
    if (search.uncertainty == null && at != null) {
      String reason = "method settings that enable it may apply to this stage";
      return new DataTrace(null, new Uncertainty(reason, "use a reference to the stage", at));
    }
    return new DataTrace(null, search.uncertainty);
  }

  private static Collection<Resource> candidates(
      Scenario scenario, GatewayView view, Resource stage) {
    String api = api(scenario, stage);
    return api == null
        ? view.stack().resources(METHOD_SETTINGS)
        : view.index(METHOD_SETTINGS, (asked, settings) -> keys(asked, view, settings))
            .about(() -> List.of(stage.address().toString(), api));
  }

  /** The API and, where it is named by reference, the stage. */
  private static Collection<String> keys(Scenario scenario, GatewayView view, Resource settings) {
    String api = api(scenario, settings);
    if (api == null) {
      return List.of();
    }
    List<String> keys = new ArrayList<>(List.of(api));
    Value name = scenario.resolve(settings.get("stage_name"));
    CopiedAttributes.of(scenario, view.stack(), name)
        .forEach(attribute -> keys.add(attribute.resource().toString()));
    return keys;
  }

  /** Whether settings are those of a stage: of its API and its name. */
  private static TextComparison isOf(
      Scenario scenario, GatewayView view, Resource settings, Resource stage) {
    TextComparison api = isSameApi(scenario, settings, stage);
    if (api == TextComparison.DIFFERENT) {
      return api;
    }
    Value name = scenario.resolve(settings.get("stage_name"));
    TextComparison names = TextComparison.of(name, scenario.resolve(stage.get("stage_name")));
    for (Reference.ToResource named : CopiedAttributes.of(scenario, view.stack(), name)) {
      Resource namedResource = view.stack().resource(named.resource());
      if (named.resource().equals(stage.address())) {
        names = TextComparison.SAME;
      } else if (names == TextComparison.UNDECIDED
          && namedResource != null
          && STAGES.contains(namedResource.type())
          && isSameApi(scenario, namedResource, stage) == TextComparison.SAME) {
        // The stages of an API have different names.
        return TextComparison.DIFFERENT;
      }
    }
    return names == TextComparison.SAME ? api : names;
  }

  private static TextComparison isSameApi(Scenario scenario, Resource one, Resource other) {
    Value first = scenario.resolve(one.get("rest_api_id"));
    Value second = scenario.resolve(other.get("rest_api_id"));
    Reference.ToResource api = Properties.reference(first);
    Reference.ToResource also = Properties.reference(second);
    if (api == null || also == null) {
      return TextComparison.of(first, second);
    }
    return api.resource().equals(also.resource())
        ? TextComparison.SAME
        : isApi(api) && isApi(also) ? TextComparison.DIFFERENT : TextComparison.UNDECIDED;
  }

  private static boolean isApi(Reference.ToResource reference) {
    String name = reference.resource().name();
    return APIS.stream().anyMatch(name::startsWith);
  }

  /**
   * What an API goes by: the resource or data source whose id is given, or the id; null when it is
   * not known.
   */
  private static @Nullable String api(Scenario scenario, Resource resource) {
    Value id = scenario.resolve(resource.get("rest_api_id"));
    Reference.ToResource read = Properties.reference(id);
    boolean indirect = read != null && !isApi(read) && !read.resource().name().startsWith("data.");
    return indirect ? null : ResourceIndex.key(id);
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
        case Value.Unknown unknown -> uncertainty = Uncertainty.about(unknown);
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
