package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.file.BuildOutputs;
import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.cloudformation.template.Scalars;
import dev.iacguard.core.cloudformation.template.TagList;
import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.cloudformation.template.TemplateReader;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.source.Content;
import dev.iacguard.core.source.Paths;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models what the Serverless Framework changes in the stage of a REST API. Its template lets a
 * deployment make the stage, and once the stack is there it sets log, tags and tracing of the stage
 * by calls of its own. What these say is in {@code serverless-state.json} beside the template;
 * whether there is a log can be told by the log group in the template, too. (Versions 1.42 to 4;
 * tried with 3.40.)
 */
final class ServerlessFramework {
  static final String STATE = "serverless-state.json";
  private static final String LOG_GROUP = "ApiGatewayLogGroup";
  private static final String USUAL_FORMAT =
      "requestId: $context.requestId, ip: $context.identity.sourceIp,"
          + " caller: $context.identity.caller, user: $context.identity.user,"
          + " requestTime: $context.requestTime, httpMethod: $context.httpMethod,"
          + " resourcePath: $context.resourcePath, status: $context.status,"
          + " protocol: $context.protocol, responseLength: $context.responseLength";

  private final Node.Mapping resources;
  private final Node.@Nullable Mapping provider;

  private ServerlessFramework(Node.Mapping resources, Node.@Nullable Mapping provider) {
    this.resources = resources;
    this.provider = provider;
  }

  /** The template with the stage as it will be; any other template as it is. */
  static Template completed(SourceTree tree, Template template) {
    Node.Entry section = template.root().entry("Resources");
    if (!Paths.name(template.path()).equals(BuildOutputs.SERVERLESS_TEMPLATE)
        || section == null
        || !(section.value() instanceof Node.Mapping resources)) {
      return template;
    }
    String state = Paths.in(Paths.folder(template.path()), STATE);
    Node.Mapping changed = new ServerlessFramework(resources, provider(tree, state)).completed();
    return template.withRoot(template.root().with(section.withValue(changed)));
  }

  /** The provider's settings, or null when there is no such file. */
  private static Node.@Nullable Mapping provider(SourceTree tree, String path) {
    if (!tree.isFile(path) || !(tree.read(path) instanceof Content.Decoded decoded)) {
      return null;
    }
    List<Node> documents = TemplateReader.parse(decoded.file()).documents();
    return !documents.isEmpty()
            && documents.get(0) instanceof Node.Mapping root
            && root.mapping("service").get("provider") instanceof Node.Mapping settings
        ? settings
        : null;
  }

  private Node.Mapping completed() {
    List<Node.Entry> entries = new ArrayList<>();
    for (Node.Entry entry : resources.entries()) {
      entries.add(
          entry.value() instanceof Node.Mapping body && makesStage(body)
              ? entry.withValue(withStage(body, entry.keySpan()))
              : entry);
    }
    return new Node.Mapping(entries, resources.span());
  }

  /** An API that lies elsewhere is left alone. */
  private boolean makesStage(Node.Mapping body) {
    Node.Mapping properties = body.mapping("Properties");
    Node api = properties.get("RestApiId");
    Call reference = api == null ? null : Call.of(api, "Ref");
    String id = reference == null ? null : reference.text();
    return "AWS::ApiGateway::Deployment".equals(body.text("Type"))
        && properties.entry("StageName") != null
        && properties.entry("StageDescription") == null
        && id != null
        && "AWS::ApiGateway::RestApi".equals(resources.mapping(id).text("Type"));
  }

  private Node.Mapping withStage(Node.Mapping body, Span at) {
    List<Node.Entry> stage = new ArrayList<>();
    addLog(stage, at);
    if (provider == null) {
      Node unseen = new Node.Unresolved(Cause.FILE, "the tags in " + STATE, at);
      stage.add(new Node.Entry("Tags", at, unseen));
    } else {
      Node.Mapping tags = provider.mapping("stackTags");
      for (Node.Entry tag : provider.mapping("tags").entries()) {
        tags = tags.with(tag);
      }
      if (!tags.entries().isEmpty()) {
        stage.add(new Node.Entry("Tags", tags.span(), TagList.of(tags)));
      }
    }
    if (stage.isEmpty()) {
      return body;
    }
    Node.Mapping properties =
        body.mapping("Properties")
            .with(new Node.Entry("StageDescription", at, new Node.Mapping(stage, at)));
    return body.with(new Node.Entry("Properties", at, properties));
  }

  private void addLog(List<Node.Entry> stage, Span header) {
    if (provider == null) {
      if (resources.entry(LOG_GROUP) != null) {
        Node format = new Node.Unresolved(Cause.FILE, "the log format in " + STATE, header);
        stage.add(log(header, format));
      }
      return;
    }
    Node written = provider.mapping("logs").get("restApi");
    boolean on = written instanceof Node.Mapping || Scalars.isTrue(written);
    if (written == null || !on) {
      return;
    }
    Node.Mapping settings = provider.mapping("logs").mapping("restApi");
    Span at = written.span();
    if (!"false".equals(settings.text("accessLogging"))) {
      Node format = settings.get("format");
      stage.add(log(at, format == null ? Node.Scalar.text(USUAL_FORMAT, at) : format));
    }
    stage.add(executionLog(settings, at));
  }

  private Node.Entry log(Span at, Node format) {
    Node arn =
        resources.entry(LOG_GROUP) == null
            ? new Node.Unresolved(Cause.NOT_AVAILABLE, "the log group of the stage", at)
            : Node.Mapping.single("Fn::GetAtt", Node.Scalar.text(LOG_GROUP + ".Arn", at), at);
    List<Node.Entry> settings =
        List.of(new Node.Entry("DestinationArn", at, arn), new Node.Entry("Format", at, format));
    return new Node.Entry("AccessLogSetting", at, new Node.Mapping(settings, at));
  }

  /** On in full unless it is said otherwise. */
  private static Node.Entry executionLog(Node.Mapping settings, Span at) {
    boolean off = "false".equals(settings.text("executionLogging"));
    String level = settings.text("level");
    Node full = settings.get("fullExecutionData");
    List<Node.Entry> method =
        List.of(
            new Node.Entry("ResourcePath", at, Node.Scalar.text("/*", at)),
            new Node.Entry("HttpMethod", at, Node.Scalar.text("*", at)),
            new Node.Entry(
                "LoggingLevel",
                at,
                Node.Scalar.text(off ? "OFF" : level == null ? "INFO" : level, at)),
            new Node.Entry(
                "DataTraceEnabled",
                at,
                full == null ? new Node.Scalar("true", Node.Scalar.Kind.BOOL, at) : full));
    return new Node.Entry(
        "MethodSettings", at, new Node.Sequence(List.of(new Node.Mapping(method, at)), at));
  }
}
