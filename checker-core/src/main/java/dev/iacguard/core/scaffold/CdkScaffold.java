package dev.iacguard.core.scaffold;

import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.rule.pack.StageRequirements.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a construct of the CDK in TypeScript with a test. */
final class CdkScaffold {
  private final ScaffoldRequest request;
  private final ScaffoldApi api;
  private final StageRequirements requirements;
  private final List<TagInput> inputs;

  CdkScaffold(ScaffoldRequest request) {
    this.request = request;
    this.api = request.api();
    this.requirements = request.requirements();
    this.inputs = TagInput.of(request);
  }

  List<NewFile> files() {
    String file = CdkNames.file(api);
    return List.of(
        new NewFile("README.md", new CdkReadme(request, inputs).text()),
        new NewFile("lib/" + file + ".ts", construct()),
        new NewFile("test/" + file + ".test.ts", new CdkTest(request, inputs).text()));
  }

  static TextTemplate part(String name) {
    return TextTemplate.named("cdk/" + name);
  }

  private String construct() {
    StageRequirements.Retention retention = requirements.retention();
    TextTemplate construct = part("construct.ts");
    new CdkProperties(request, inputs).fill(construct);
    boolean rest = api == ScaffoldApi.REST;
    return construct
        .with(
            "v-two-import",
            rest ? "" : "import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';")
        .with(
            "iam-import",
            request.createsRole() ? "import * as iam from 'aws-cdk-lib/aws-iam';" : "")
        .with(
            "kms-import",
            requirements.ownKey() ? "import * as kms from 'aws-cdk-lib/aws-kms';" : "")
        .with("class", CdkNames.construct(api))
        .with("title", api.title())
        .with("policy", TypeScript.comment(request.policy()))
        .with("retention", Integer.toString(retention.days()))
        .with(
            "retentions",
            retention.allowed().stream().map(String::valueOf).collect(Collectors.joining(", ")))
        .with("fields", fields())
        .with("key", requirements.ownKey() ? "encryptionKey: props.encryptionKey," : "")
        .with("api", part(api.folder() + ".ts").with("format", format()))
        .with("account", account())
        .with("alarms", alarms())
        .with("dimension", rest ? "ApiName: props.apiName" : "ApiId: this.api.apiId")
        .with("tags", tags())
        .text();
  }

  private String fields() {
    return switch (api) {
      case REST -> "readonly api: apigateway.RestApi;\nreadonly stage: apigateway.Stage;";
      case HTTP -> "readonly api: apigatewayv2.HttpApi;\nreadonly stage: apigatewayv2.HttpStage;";
      case WEBSOCKET ->
          """
          readonly api: apigatewayv2.WebSocketApi;
          readonly stage: apigatewayv2.WebSocketStage;
          """;
    };
  }

  private String format() {
    List<String> members = new ArrayList<>();
    requirements
        .format()
        .forEach(
            (name, value) ->
                members.add(TypeScript.key(name) + ": " + TypeScript.quoted(value) + ","));
    return String.join("\n", members);
  }

  private String account() {
    if (request.createsRole()) {
      boolean byStack = requirements.role().setByStack();
      return part("account-role.ts").with("default", Boolean.toString(byStack)).text();
    }
    if (!request.setsRole()) {
      return "";
    }
    @Nullable String arns = ApprovedRoles.arns(requirements.role().approved());
    return part("account-arn.ts")
        .with(
            "check",
            arns == null
                ? ""
                : CdkProperties.check(
                    "props.accountRoleArn", arns, "The policy does not approve this role."))
        .text();
  }

  private String alarms() {
    List<String> alarms = new ArrayList<>();
    alarms.add(alarm("ClientErrors", api.clientErrors(), "props.clientErrorThreshold ?? 50"));
    alarms.add(alarm("ServerErrors", api.serverErrors(), "props.serverErrorThreshold ?? 5"));
    if (api == ScaffoldApi.WEBSOCKET) {
      alarms.add(alarm("IntegrationErrors", "IntegrationError", "props.serverErrorThreshold ?? 5"));
    }
    return String.join("\n", alarms);
  }

  private static String alarm(String id, String metric, String threshold) {
    return "this.addAlarm('" + id + "', '" + metric + "', " + threshold + ", props);";
  }

  private String tags() {
    List<String> lines = new ArrayList<>();
    for (Tag tag : requirements.tags()) {
      if (tag.isFixed()) {
        lines.add(tag(tag.key(), TypeScript.quoted(tag.values().getFirst())));
      }
    }
    inputs.forEach(input -> lines.add(tag(input.tag().key(), CdkProperties.value(input))));
    return String.join("\n", lines);
  }

  private static String tag(String key, String value) {
    return "Tags.of(this).add(" + TypeScript.quoted(key) + ", " + value + ");";
  }
}
