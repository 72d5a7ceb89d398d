package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.CopiedAttributes;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dimensions of an alarm have to name so that it watches a stage.
 *
 * @param stage the resource that declares the stage
 * @param stageName resolved; null-valued when API Gateway chooses it
 * @param api the API's resource, or null when it is not known
 * @param id what the stage calls its API, resolved
 */
record AlarmScope(
    Scenario scenario,
    GatewayView view,
    Resource stage,
    Value stageName,
    @Nullable Resource api,
    Value id) {

  /** Whether a metric of API Gateway with these dimensions holds the requests of the stage. */
  TextComparison isWatchedBy(AlarmDimensions dimensions) {
    return dimensions.published().and(isOfApi(dimensions)).and(isOfStage(dimensions));
  }

  /** Why it is not decided whether an alarm is for the stage. */
  Uncertainty doubt(Resource alarm, AlarmDimensions dimensions) {
    if (isOfApi(dimensions) == TextComparison.SAME
        && isOfStage(dimensions) == TextComparison.UNDECIDED) {
      return doubt(alarm, "another stage", "the stage");
    }
    if (dimensions.isOfQuery() && dimensions.apis().isEmpty()) {
      return new Uncertainty(
          "what the query of " + alarm.address() + " adds up is not known",
          "watch the API's metrics by their dimensions",
          Origin.at(alarm.header()));
    }
    return dimensions.apis().isEmpty()
        ? new Uncertainty(
            "the dimensions of " + alarm.address() + " are not known",
            "write the dimensions that name the API",
            Origin.at(alarm.header()))
        : doubt(alarm, "another API or log group", "the API or log group");
  }

  static Uncertainty doubt(Resource alarm, String other, String wanted) {
    return new Uncertainty(
        alarm.address() + " may be for " + other, "refer to " + wanted, Origin.at(alarm.header()));
  }

  /** The name that an API is given, by itself or by the title of its definition; resolved. */
  static Value name(Scenario scenario, Resource api) {
    Value name = scenario.resolve(api.get(api.isOfTemplate() ? "Name" : "name"));
    return name instanceof Value.Null && api.isOfTemplate()
        ? Properties.at(scenario, api, List.of("Body", "info", "title"))
        : name;
  }

  private TextComparison isOfApi(AlarmDimensions dimensions) {
    TextComparison all = TextComparison.SAME;
    for (Value dimension : dimensions.apis()) {
      all = all.and(api == null ? isUndeclared(dimension) : isNamed(dimension, api));
    }
    return all;
  }

  private TextComparison isUndeclared(Value dimension) {
    return TextComparison.of(dimension, id) == TextComparison.SAME
        ? TextComparison.SAME
        : TextComparison.UNDECIDED;
  }

  private TextComparison isNamed(Value dimension, Resource declared) {
    boolean another = false;
    for (Reference.ToResource copied : CopiedAttributes.of(scenario, view.stack(), dimension)) {
      if (copied.resource().equals(declared.address())) {
        return TextComparison.SAME;
      }
      Resource copiedResource = view.stack().resource(copied.resource());
      another |= copiedResource != null && copiedResource.type().equals(declared.type());
    }
    Value name = name(scenario, declared);
    // An id is known only where the API is there already.
    TextComparison same =
        TextComparison.of(dimension, name)
            .or(TextComparison.of(dimension, scenario.resolve(declared.get("id"))));
    if (same == TextComparison.DIFFERENT && name instanceof Value.Null) {
      // The service names it.
      same = TextComparison.UNDECIDED;
    }
    return another && same == TextComparison.UNDECIDED ? TextComparison.DIFFERENT : same;
  }

  /** Metrics of the API alone hold the requests of all of its stages. */
  private TextComparison isOfStage(AlarmDimensions dimensions) {
    TextComparison all = TextComparison.SAME;
    for (Value dimension : dimensions.stages()) {
      all = all.and(isStage(dimension));
    }
    return all;
  }

  private TextComparison isStage(Value dimension) {
    TextComparison same =
        stageName instanceof Value.Null
            ? TextComparison.UNDECIDED
            : TextComparison.of(dimension, stageName);
    for (Reference.ToResource copied : CopiedAttributes.of(scenario, view.stack(), dimension)) {
      if (copied.resource().equals(stage.address())) {
        return TextComparison.SAME;
      }
      if (same == TextComparison.UNDECIDED && isOfSameApi(copied)) {
        // The stages of an API have different names.
        same = TextComparison.DIFFERENT;
      }
    }
    return same;
  }

  /** Whether a resource is another stage of the API. */
  private boolean isOfSameApi(Reference.ToResource reference) {
    return api != null
        && view.stages().stream()
            .filter(other -> other.resource().address().equals(reference.resource()))
            .map(other -> new StageApi(view, scenario, other).resource())
            .anyMatch(other -> other != null && other.address().equals(api.address()));
  }
}
