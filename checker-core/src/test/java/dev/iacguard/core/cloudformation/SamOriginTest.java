package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Generated;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where what SAM makes is said to stand. */
class SamOriginTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Globals:
        Api:
          AccessLogSetting:
            DestinationArn: arn:aws:logs:eu-west-1:123456789012:log-group:a
            Format: $context.requestId
      Resources:
        Shop:
          Type: AWS::Serverless::Api
          Properties:
            StageName: live
            AccessLogSetting: {Format: $context.status}
        Handler:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Get: {Type: Api, Properties: {Path: /, Method: get}}
              Put: {Type: Api, Properties: {Path: /, Method: put}}
      Outputs:
        Stage:
          Value: !Sub "${Shop.Stage}"
      """;

  private final Stack stack = Templates.load(TEMPLATE);

  @Test
  void aDeclaredStageStandsAtItsResource() {
    Resource stage = Templates.resource(stack, "ShopliveStage");
    assertThat(stage.header().text()).isEqualTo("Shop");
    assertThat(stage.declaredAs()).hasToString("Shop");
    assertThat(how(stage)).isEqualTo("sam");
  }

  @Test
  void theExtraStageIsSaidToBeOne() {
    Resource deployment = Templates.resource(stack, "ShopDeployment");
    assertThat(Show.value(deployment.get("StageName"))).isEqualTo("'Stage'");
    assertThat(how(deployment)).isEqualTo("sam-extra");
  }

  @Test
  void anImplicitStageStandsAtTheFirstEvent() {
    Resource stage = Templates.resource(stack, "ServerlessRestApiProdStage");
    assertThat(stage.header().text()).isEqualTo("Get");
    assertThat(stage.declaredAs()).hasToString("ServerlessRestApi");
    assertThat(how(stage)).isEqualTo("sam-implicit");
    assertThat(Show.trail(stage.get("AccessLogSetting"))).isEqualTo("5 ← Globals 5");
  }

  @Test
  void eachPieceOfAMergedValueStandsWhereItIsWritten() {
    Value.Mapping setting =
        (Value.Mapping) Templates.resource(stack, "ShopliveStage").get("AccessLogSetting");
    assertThat(Show.trail(setting)).isEqualTo("12");
    assertThat(Show.trail(Objects.requireNonNull(setting.get("Format")))).isEqualTo("12");
    assertThat(Show.trail(Objects.requireNonNull(setting.get("DestinationArn"))))
        .isEqualTo("5 ← Globals 5");
  }

  private static String how(Resource resource) {
    return Objects.requireNonNull(resource.generated(), "generated").how();
  }

  @Test
  void aRestApiStandsForItsResource() {
    assertThat(Templates.resource(stack, "Shop").type()).isEqualTo("AWS::ApiGateway::RestApi");
    assertThat(Templates.resource(stack, "Shop").generated())
        .isEqualTo(new Generated(Templates.resource(stack, "Shop").address(), "sam"));
  }
}
