package dev.iacguard.core.scaffold;

import static dev.iacguard.core.scaffold.CdkScaffold.part;

import dev.iacguard.core.rule.pack.StageRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the test of a construct. */
record CdkTest(ScaffoldRequest request, List<TagInput> inputs) {

  String text() {
    StageRequirements requirements = request.requirements();
    boolean rest = request.api() == ScaffoldApi.REST;
    boolean sockets = request.api() == ScaffoldApi.WEBSOCKET;
    boolean key = requirements.ownKey();
    return part("test.ts")
        .with(
            "mock-import",
            rest ? "import { MockIntegration } from 'aws-cdk-lib/aws-apigateway';" : "")
        .with("kms-import", key ? "import { Key } from 'aws-cdk-lib/aws-kms';" : "")
        .with("class", CdkNames.construct(request.api()))
        .with("file", CdkNames.file(request.api()))
        .with("construct", construct())
        .with("stage-type", rest ? "AWS::ApiGateway::Stage" : "AWS::ApiGatewayV2::Stage")
        .with("log-property", rest ? "AccessLogSetting" : "AccessLogSettings")
        .with("members", TypeScript.quoted(List.copyOf(requirements.format().keySet()), ", "))
        .with("retention", Integer.toString(requirements.retention().days()))
        .with("key-match", key ? "KmsKeyId: Match.anyValue()," : "")
        .with("tag-match", tagMatch())
        .with("alarm-count", sockets ? "3" : "2")
        .with("account-test", accountTest())
        .text();
  }

  private String construct() {
    StringBuilder construct = new StringBuilder();
    boolean rest = request.api() == ScaffoldApi.REST;
    construct.append(rest ? "const { api } = " : "");
    construct.append("new ").append(CdkNames.construct(request.api()));
    construct.append("(stack, 'Orders', {\n");
    properties().forEach(property -> construct.append("  ").append(property).append('\n'));
    construct.append("  ...more,\n});\n");
    construct.append(rest ? "api.root.addMethod('GET', new MockIntegration());\n" : "");
    return construct.toString();
  }

  private List<String> properties() {
    List<String> properties = new ArrayList<>();
    properties.add("apiName: 'orders',");
    properties.add("stageName: 'test',");
    for (TagInput input : inputs) {
      @Nullable String example = input.example();
      properties.add(
          input.camel()
              + ": "
              + (example == null
                  ? "process.env." + variable(input) + " ?? ''"
                  : TypeScript.quoted(example))
              + ",");
    }
    if (request.requirements().ownKey()) {
      properties.add("encryptionKey: new Key(stack, 'Key'),");
    }
    if (request.setsRole() && request.requirements().role().setByStack()) {
      properties.add("accountRoleArn: process.env.ACCOUNT_ROLE_ARN ?? '',");
    }
    return properties;
  }

  private static String variable(TagInput input) {
    return input.snake().toUpperCase(Locale.ROOT);
  }

  /** The variables of the environment that whoever runs the test has to set. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    inputs.stream()
        .filter(input -> input.example() == null)
        .forEach(input -> missing.add(variable(input)));
    if (request.setsRole() && request.requirements().role().setByStack()) {
      missing.add("ACCOUNT_ROLE_ARN");
    }
    return missing;
  }

  private String tagMatch() {
    List<String> keys = new ArrayList<>();
    request.requirements().tags().forEach(tag -> keys.add(tag.key()));
    return keys.isEmpty()
        ? ""
        : """
        for (const Key of [%s]) {
          template().hasResourceProperties('AWS::Logs::LogGroup', {
            Tags: Match.arrayWith([Match.objectLike({ Key })]),
          });
        }
        """
            .formatted(TypeScript.quoted(keys, ", "));
  }

  private String accountTest() {
    if (request.createsRole()) {
      return part("account-role-test.ts").text();
    }
    boolean known = ApprovedRoles.arns(request.requirements().role().approved()) != null;
    return request.setsRole() && known ? part("account-arn-test.ts").text() : "";
  }
}
