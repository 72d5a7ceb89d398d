package dev.iacguard.core.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.cloudformation.Show;
import dev.iacguard.core.cloudformation.Templates;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings under Globals are worth the same as settings in the resource. */
class SamGlobalsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Api|AccessLogSetting: {DestinationArn: !GetAtt Logs.Arn, Format: $context.requestId}",
        "Api|OpenApiVersion: 3.0.1",
        "Api|MethodSettings: [{HttpMethod: '*', ResourcePath: '/*', LoggingLevel: INFO}]",
        "HttpApi|AccessLogSettings: {DestinationArn: !GetAtt Logs.Arn, Format: x}",
        "HttpApi|Tags: {Owner: a, CostCenter: !Ref 'AWS::StackName'}",
        "WebSocketApi|AccessLogSettings: !If [C, {Format: x}, !Ref 'AWS::NoValue']",
      })
  void globalsAreWorthTheSameAsInline(String setting) {
    String type = setting.substring(0, setting.indexOf('|'));
    String property = setting.substring(setting.indexOf('|') + 1);
    String head = "Transform: AWS::Serverless-2016-10-31\n";
    String resource =
        "Resources:\n  Logs: {Type: AWS::Logs::LogGroup}\n  A:\n    Type: AWS::Serverless::"
            + type
            + "\n    Properties:\n      StageName: live\n";
    Stack global =
        Templates.load(head + "Globals:\n  " + type + ":\n    " + property + "\n" + resource);
    Stack inline = Templates.load(head + resource + "      " + property + "\n");
    assertThat(values(global)).isEqualTo(values(inline)).isNotEmpty();
  }

  private static Map<String, String> values(Stack stack) {
    Map<String, String> values = new TreeMap<>();
    for (String type :
        List.of(
            "AWS::ApiGateway::Stage", "AWS::ApiGateway::Deployment", "AWS::ApiGatewayV2::Stage")) {
      for (Resource resource : stack.resources(type)) {
        for (String name : resource.attributes().names()) {
          values.put(resource + "." + name, Show.value(resource.get(name)));
        }
      }
    }
    return values;
  }
}
