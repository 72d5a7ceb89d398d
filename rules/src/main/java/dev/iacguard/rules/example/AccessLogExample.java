package dev.iacguard.rules.example;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Example;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.FormatFields;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the access log that a stage lacks, with a log group for it. */
public final class AccessLogExample {
  private final Stage stage;
  private final CodeWriter writer;
  private final LogGroupCode group;
  private final Map<String, String> fields;

  private AccessLogExample(
      Stage stage, CodeWriter writer, LogGroupCode group, Map<String, String> fields) {
    this.stage = stage;
    this.writer = writer;
    this.group = group;
    this.fields = fields;
  }

  /**
   * Null when it depends on what is not known, or when the file that creates the stage is not
   * written by hand.
   */
  public static @Nullable Example of(Stage stage, Policy policy) {
    CodeWriter writer = CodeWriter.beside(stage.resource());
    Map<String, String> fields = writer == null ? null : FormatFields.required(stage, policy);
    return writer == null || fields == null
        ? null
        : new AccessLogExample(stage, writer, new LogGroupCode(stage, policy), fields).example();
  }

  private @Nullable Example example() {
    return switch (stage.declared().kind()) {
      case "sam-extra" ->
          Example.of(text(writer.setting("OpenApiVersion", new Code.Text("3.0.1"))), "");
      case "quick-create" -> stage.resource().isOfTemplate() ? overrides() : null;
      case "deployment" -> stage.resource().isOfTemplate() ? inPlace() : stageResource();
      default -> inPlace();
    };
  }

  /** The settings in the resource itself, which must not have any of them yet. */
  private @Nullable Example inPlace() {
    DeclaredStage.LogPlace place = stage.declared().logPlace();
    if (place == null) {
      return null;
    }
    List<String> path = place.path();
    if (stage.resource().attributes().has(path.get(0))) {
      return null;
    }
    Code code = settings();
    for (int i = path.size() - 1; i > 0; i--) {
      code = Code.object(Map.of(path.get(i), code));
    }
    return Example.of(text(writer.setting(path.get(0), code)), text(group.lines(writer)));
  }

  private Code settings() {
    boolean template = stage.resource().isOfTemplate();
    Map<String, Code> members = new LinkedHashMap<>();
    members.put(template ? "DestinationArn" : "destination_arn", group.arn());
    members.put(template ? "Format" : "format", new Code.JsonFormat(fields));
    return Code.block(members);
  }

  /** What changes the stage that a template's API creates with a target. */
  private Example overrides() {
    String api = CodeWriter.label(stage.resource());
    Map<String, Code> members = new LinkedHashMap<>();
    members.put("ApiId", new Code.Attribute(api, ""));
    members.put("Stage", Code.object(Map.of("AccessLogSettings", settings())));
    return beside(
        writer.resource("AWS::ApiGatewayV2::ApiGatewayManagedOverrides", api + "Stage", members));
  }

  /** The stage that a deployment creates, as a resource; null where it creates several. */
  private @Nullable Example stageResource() {
    Resource deployment = stage.resource();
    String api = written("rest_api_id");
    String name = written("stage_name");
    if (api == null || name == null || !deployment.address().key().isEmpty()) {
      return null;
    }
    Map<String, Code> members = new LinkedHashMap<>();
    members.put("rest_api_id", new Code.Plain(api));
    members.put("deployment_id", new Code.Attribute(deployment.address().name(), "id"));
    members.put("stage_name", new Code.Plain(name));
    members.put("access_log_settings", settings());
    return beside(writer.resource("aws_api_gateway_stage", CodeWriter.label(deployment), members));
  }

  /** An expression of the deployment as the code has it; null when it is not a short one. */
  private @Nullable String written(String attribute) {
    Span at = stage.resource().get(attribute).origin().at();
    boolean own = at.path().equals(stage.resource().header().path());
    return own && !at.text().isBlank() && at.text().lines().count() == 1 ? at.text() : null;
  }

  private Example beside(List<String> resource) {
    return Example.of("", text(writer.together(List.of(resource, group.lines(writer)))));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }
}
