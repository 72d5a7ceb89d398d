package dev.iacguard.core.cloudformation.sam;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Declaration;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.TagList;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Generates what the SAM translator makes of {@code AWS::Serverless::Api}, {@code HttpApi}, {@code
 * WebSocketApi}.
 */
final class SamApis {
  private static final String DEFAULT_HTTP_STAGE = "$default";
  private static final String DEFAULT_WEB_SOCKET_STAGE = "default";

  /** Stays on the API, where the translator writes its authorizers into the definition. */
  private static final String AUTHORIZERS = "Auth";

  private SamApis() {}

  /**
   * A REST API, a deployment and a stage. Without {@code OpenApiVersion} the deployment makes a
   * second stage of the name {@code Stage}.
   */
  static List<Declaration> rest(SamResource sam) {
    boolean extra = !sam.has("OpenApiVersion");
    String api = sam.logicalId();
    List<Node.Entry> restApi =
        new ArrayList<>(
            sam.copied("Name", "Description", "Policy", "EndpointConfiguration", AUTHORIZERS));
    List<Node.Entry> deployment = new ArrayList<>();
    deployment.add(sam.entry("RestApiId", sam.reference(api)));
    if (extra) {
      deployment.add(sam.entry("StageName", sam.text("Stage", sam.header())));
    }
    List<Node.Entry> stage = new ArrayList<>();
    stage.add(sam.entry("RestApiId", sam.reference(api)));
    stage.add(sam.entry("DeploymentId", sam.reference(api + "Deployment")));
    stage.addAll(
        sam.copied(
            "StageName",
            "CacheClusterEnabled",
            "CacheClusterSize",
            "Variables",
            "MethodSettings",
            "CanarySetting",
            "TracingEnabled"));
    stage.addAll(sam.copiedOrMisspelt("AccessLogSetting"));
    Node.Entry tags = sam.properties().entry("Tags");
    if (tags != null && tags.value() instanceof Node.Mapping map && Call.of(map) == null) {
      Node.Entry list = tags.withValue(TagList.of(map));
      stage.add(list);
      if (sam.has("PropagateTags")) {
        restApi.add(list);
      }
    }
    return List.of(
        sam.make(api, "AWS::ApiGateway::RestApi", false, restApi),
        sam.make(api + "Deployment", "AWS::ApiGateway::Deployment", extra, deployment),
        sam.make(
            api + restStageSuffix(sam.text("StageName")), "AWS::ApiGateway::Stage", false, stage));
  }

  private static String restStageSuffix(@Nullable String stageName) {
    return stageName == null ? "Stage" : suffix(stageName);
  }

  /** A name that does not fit into a logical id is stood for by its digest. */
  private static String suffix(String stageName) {
    boolean fits = !stageName.isEmpty() && stageName.chars().allMatch(Character::isLetterOrDigit);
    if (fits) {
      return stageName + "Stage";
    }
    return "Stage" + (stageName.isEmpty() ? "" : Digest.of(stageName));
  }

  /** An HTTP API and a stage that deploys by itself, {@code $default} if it has no name. */
  static List<Declaration> http(SamResource sam) {
    Node.Mapping tags = sam.mapping("Tags");
    if (hasInlineDefinition(sam)) {
      tags = tags.with(sam.entry("httpapi:createdBy", sam.text("SAM", sam.header())));
    }
    List<Node.Entry> stage = v2Stage(sam, "StageName", DEFAULT_HTTP_STAGE);
    if (!tags.entries().isEmpty()) {
      stage.add(sam.entry("Tags", tags));
    }
    String name = sam.has("StageName") ? sam.text("StageName") : DEFAULT_HTTP_STAGE;
    String suffix =
        name == null
            ? "Stage"
            : name.equals(DEFAULT_HTTP_STAGE) ? "ApiGatewayDefaultStage" : suffix(name);
    return List.of(
        sam.make(sam.logicalId(), "AWS::ApiGatewayV2::Api", false, v2Api(sam, "HTTP", Map.of())),
        sam.make(sam.logicalId() + suffix, "AWS::ApiGatewayV2::Stage", false, stage));
  }

  /** True unless the definition comes from elsewhere, where tags cannot be added to it. */
  private static boolean hasInlineDefinition(SamResource sam) {
    Node body = sam.properties().get("DefinitionBody");
    if (body == null) {
      return !sam.has("DefinitionUri");
    }
    return body instanceof Node.Mapping mapping
        && mapping.entry("openapi") != null
        && mapping.get("paths") instanceof Node.Mapping;
  }

  /** A WebSocket API and its stage, which gets the tags only when they are to be propagated. */
  static List<Declaration> webSocket(SamResource sam) {
    Node.Entry createdBy = sam.entry("websocketapi:createdBy", sam.text("SAM", sam.header()));
    Node.Mapping tags = sam.mapping("Tags").with(createdBy);
    List<Node.Entry> stage = v2Stage(sam, "StageName", DEFAULT_WEB_SOCKET_STAGE);
    boolean propagated = sam.has("PropagateTags") && sam.has("Tags");
    stage.add(
        sam.entry("Tags", propagated ? tags : new Node.Mapping(List.of(createdBy), sam.header())));
    String name =
        sam.properties().entry("StageName") == null
            ? DEFAULT_WEB_SOCKET_STAGE
            : sam.text("StageName");
    String suffix = name == null ? "" : name.equals(DEFAULT_WEB_SOCKET_STAGE) ? "Default" : name;
    return List.of(
        sam.make(
            sam.logicalId(),
            "AWS::ApiGatewayV2::Api",
            false,
            v2Api(sam, "WEBSOCKET", Map.of("Tags", tags))),
        sam.make(sam.logicalId() + suffix + "Stage", "AWS::ApiGatewayV2::Stage", false, stage));
  }

  private static List<Node.Entry> v2Api(
      SamResource sam, String protocol, Map<String, Node> others) {
    List<Node.Entry> api = new ArrayList<>(sam.copied("Name", "Description", AUTHORIZERS));
    api.add(sam.entry("ProtocolType", sam.text(protocol, sam.header())));
    others.forEach((key, value) -> api.add(sam.entry(key, value)));
    return api;
  }

  private static List<Node.Entry> v2Stage(SamResource sam, String nameKey, String defaultName) {
    List<Node.Entry> stage = new ArrayList<>();
    stage.add(sam.entry("ApiId", sam.reference(sam.logicalId())));
    Node.Entry name = sam.properties().entry(nameKey);
    stage.add(
        name != null && sam.has(nameKey)
            ? name
            : sam.entry(nameKey, sam.text(defaultName, sam.header())));
    stage.addAll(sam.copied("StageVariables", "DefaultRouteSettings", "RouteSettings"));
    stage.addAll(sam.copiedOrMisspelt("AccessLogSettings"));
    Span header = sam.header();
    stage.add(sam.entry("AutoDeploy", new Node.Scalar("true", Node.Scalar.Kind.BOOL, header)));
    return stage;
  }
}
