package dev.iacguard.rules.view;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.Identity;
import dev.iacguard.rules.view.value.Properties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds deployments that name a stage which the stack declares: they point it at another deployment
 * and create no stage of their own.
 */
final class RepointedStages {
  private static final Map<String, String> APIS =
      Map.of(
          "AWS::ApiGateway::Stage", "RestApiId",
          "AWS::ApiGateway::Deployment", "RestApiId",
          "aws_api_gateway_stage", "rest_api_id",
          "aws_api_gateway_deployment", "rest_api_id",
          "awscc_apigateway_stage", "rest_api_id",
          "awscc_apigateway_deployment", "rest_api_id");

  private final Stack stack;
  private @Nullable Map<String, List<Resource>> declared;

  RepointedStages(Stack stack) {
    this.stack = stack;
  }

  /** Whether a deployment names a declared stage in a scenario. */
  boolean contains(Scenario scenario, Resource deployment, String attribute) {
    String apiAttribute = APIS.get(deployment.type());
    if (apiAttribute == null) {
      return false;
    }
    Value name = scenario.resolve(deployment.get(attribute));
    Reference.ToResource reference = Properties.reference(name);
    Resource target = reference == null ? null : stack.resource(reference.resource());
    if (reference != null && target != null && isName(target, reference.attribute())) {
      return true;
    }
    String key = key(scenario.resolve(deployment.get(apiAttribute)), name);
    return key != null
        && declared().getOrDefault(key, List.of()).stream()
            .anyMatch(stage -> scenario.holds(stage.exists()));
  }

  private static boolean isName(Resource target, String attribute) {
    StageType type = Vocabulary.declaredStage(target.type());
    return type != null
        && APIS.containsKey(target.type())
        && (attribute.equals(type.name()) || (target.isOfTemplate() && attribute.isEmpty()));
  }

  private Map<String, List<Resource>> declared() {
    Map<String, List<Resource>> cached = declared;
    if (cached == null) {
      cached = new HashMap<>();
      for (StageType type : Vocabulary.STAGES) {
        String api = APIS.get(type.type());
        if (api != null && type.marker().isEmpty() && type.name() != null) {
          for (Resource stage : stack.resources(type.type())) {
            String key = key(stage.get(api), stage.get(type.name()));
            if (key != null) {
              cached.computeIfAbsent(key, each -> new ArrayList<>()).add(stage);
            }
          }
        }
      }
      declared = cached;
    }
    return cached;
  }

  private static @Nullable String key(Value api, Value name) {
    String of = Identity.of(api);
    String called = Identity.of(name);
    return of == null || called == null ? null : of + "\n" + called;
  }
}
