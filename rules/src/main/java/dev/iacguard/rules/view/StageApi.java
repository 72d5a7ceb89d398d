package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.value.Properties;
import org.jspecify.annotations.Nullable;

/** The API that a stage belongs to, in one scenario. */
final class StageApi {
  private final GatewayView view;
  private final Scenario scenario;
  private final DeclaredStage declared;

  StageApi(GatewayView view, Scenario scenario, DeclaredStage declared) {
    this.view = view;
    this.scenario = scenario;
    this.declared = declared;
  }

  /**
   * What kind of API it is.
   *
   * @param stage the name of the stage; null when it is not known
   */
  ApiKind kind(@Nullable String stage) {
    return switch (declared.type().api()) {
      case StageType.Api.Rest rest -> ApiKind.REST;
      // Only HTTP APIs can be created with a target.
      case StageType.Api.Itself itself -> ApiKind.HTTP;
      case StageType.Api.Referred referred -> kind(referred.attribute(), stage);
    };
  }

  private ApiKind kind(String attribute, @Nullable String stage) {
    Resource api = referred(attribute);
    String protocol = api == null ? null : Vocabulary.protocolOf(api.type());
    ApiKind kind = api == null || protocol == null ? ApiKind.UNKNOWN : protocol(api, protocol);
    if (kind != ApiKind.UNKNOWN) {
      return kind;
    }
    // Only HTTP APIs can have this stage.
    return "$default".equals(stage)
        ? ApiKind.HTTP
        : view.apiEvidence().ofParts(scenario.resolve(declared.resource().get(attribute)));
  }

  /** The API that an attribute refers to, or null when that is not known. */
  private @Nullable Resource referred(String attribute) {
    return view.apis().find(scenario.resolve(declared.resource().get(attribute)));
  }

  /** The API as the code declares it, or null when that is not known. */
  @Nullable Resource resource() {
    return switch (declared.type().api()) {
      case StageType.Api.Rest rest -> view.apis().find(id());
      case StageType.Api.Itself itself -> declared.resource();
      case StageType.Api.Referred referred -> referred(referred.attribute());
    };
  }

  /** What the stage calls its API; null-valued where it is the API. */
  Value id() {
    return switch (declared.type().api()) {
      case StageType.Api.Rest rest ->
          scenario.resolve(
              declared
                  .resource()
                  .get(declared.resource().isOfTemplate() ? "RestApiId" : "rest_api_id"));
      case StageType.Api.Itself itself -> new Value.Null(Origin.at(declared.resource().header()));
      case StageType.Api.Referred referred ->
          scenario.resolve(declared.resource().get(referred.attribute()));
    };
  }

  private ApiKind protocol(Resource api, String attribute) {
    String protocol = Properties.known(scenario.resolve(api.get(attribute)));
    return protocol == null ? ApiEvidence.ofApi(api) : ApiKind.ofProtocol(protocol);
  }

  /** The variable that names the caller, by the API's authorizer; null when none is known. */
  @Nullable String callerVariable() {
    Resource api = resource();
    return api == null ? null : Authorizers.callerVariable(scenario, view, api);
  }
}
