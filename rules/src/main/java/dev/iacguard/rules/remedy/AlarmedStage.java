package dev.iacguard.rules.remedy;

import dev.iacguard.core.edit.Term;
import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Resource;
import dev.iacguard.rules.view.Stage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Writes the dimensions of the metrics that API Gateway publishes for a stage. */
final class AlarmedStage {
  private AlarmedStage() {}

  /** Empty where they cannot be written. */
  static SequencedMap<String, Term> dimensions(Stage stage) {
    SequencedMap<String, Term> dimensions = new LinkedHashMap<>();
    String type = stage.resource().type();
    switch (stage.api()) {
      case HTTP, WEBSOCKET -> {
        if (type.equals("aws_apigatewayv2_stage")) {
          put(dimensions, "ApiId", new Term.Same("api_id"), new Term.Same("name"));
        } else if (stage.resource().generated() != null) {
          put(dimensions, "ApiId", generatedApi(stage), named(stage));
        } else if (type.equals("AWS::ApiGatewayV2::Api")) {
          put(dimensions, "ApiId", new Term.Itself("id"), named(stage));
        } else if (type.equals("AWS::ApiGatewayV2::Stage")) {
          put(dimensions, "ApiId", new Term.Same("ApiId"), new Term.Same("StageName"));
        }
      }
      case REST -> {
        if (type.equals("aws_api_gateway_stage")) {
          Term api = new Term.OfReferred("rest_api_id", "aws_api_gateway_rest_api", "name");
          put(dimensions, "ApiName", api, new Term.Same("stage_name"));
        } else if (stage.resource().isOfTemplate()) {
          // REST APIs are named by their name, which a template cannot refer to.
          String name = stage.apiName();
          boolean written = stage.resource().generated() == null;
          boolean declared = written && type.equals("AWS::ApiGateway::Stage");
          Term stageName = declared ? new Term.Same("StageName") : named(stage);
          put(dimensions, "ApiName", name == null ? null : new Term.Text(name), stageName);
        }
      }
      case UNKNOWN -> {}
    }
    return dimensions;
  }

  private static void put(
      SequencedMap<String, Term> dimensions,
      String name,
      @Nullable Term api,
      @Nullable Term stage) {
    if (api != null && stage != null) {
      dimensions.put(name, api);
      dimensions.put("Stage", stage);
    }
  }

  private static @Nullable Term named(Stage stage) {
    String name = stage.name();
    return name == null ? null : new Term.Text(name);
  }

  /** An API that SAM makes of events is not declared, but can be referred to. */
  private static @Nullable Term generatedApi(Stage stage) {
    Generated generated = stage.resource().generated();
    if (generated == null || !generated.how().equals("sam-implicit")) {
      return new Term.Itself("id");
    }
    Resource api = stage.apiResource();
    return api == null ? null : new Term.Declared(api.type(), api.declaredAs().label(), "Ref");
  }
}
