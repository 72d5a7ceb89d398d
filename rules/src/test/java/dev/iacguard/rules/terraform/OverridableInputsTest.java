package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.report.StageFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which inputs could be given other values than the defaults that the facts of a stage rest on. */
class OverridableInputsTest {
  private static final String MODULE =
      """
      variable "days" {}
      variable "on" {}
      variable "format" {}
      variable "inner" { default = "v1" }
      variable "name" { default = "orders" }
      resource "aws_api_gateway_stage" "this" {
        count      = var.on ? 1 : 0
        stage_name = var.inner
        dynamic "access_log_settings" {
          for_each = var.on ? [1] : []
          content {
            destination_arn = aws_cloudwatch_log_group.this[0].arn
            format          = replace(var.format, "\\n", "")
          }
        }
      }
      resource "aws_cloudwatch_log_group" "this" {
        count             = var.on ? 1 : 0
        name              = "/apigw/${var.name}"
        retention_in_days = var.days
      }
      """;

  @TempDir Path folder;

  private List<List<String>> overridable(Map<String, String> files) throws IOException {
    return Report.check(folder, files).reports().stream()
        .flatMap(stack -> stack.stages().stream())
        .map(StageFacts::overridable)
        .toList();
  }

  @Test
  void variablesOfTheRootModule() throws IOException {
    String root =
        """
        variable "on" { default = true }
        variable "days" { default = 30 }
        variable "fields" {
          type    = object({ ip = optional(string, "$context.identity.sourceIp") })
          default = {}
        }
        variable "stages" { default = { dev = {}, prod = { days = 90 } } }
        variable "given" { default = "x" }
        variable "unused" { default = "x" }
        module "api" {
          source   = "./api"
          for_each = var.stages
          days     = try(each.value.days, var.days)
          on       = var.on
          format   = jsonencode({ id = "$context.requestId", ip = var.fields.ip, more = var.given })
        }
        """;

    assertThat(
            overridable(
                Map.of(
                    "main.tf", root,
                    "terraform.tfvars", "given = \"$context.status\"",
                    "api/main.tf", MODULE)))
        .containsExactly(
            List.of("var.days", "var.fields", "var.on", "var.stages"),
            List.of("var.fields", "var.on", "var.stages"));
  }

  @Test
  void parametersOfATemplate() throws IOException {
    String template =
        """
        Parameters:
          Logging: {Type: String, Default: "true"}
          Environment: {Type: String, Default: prod}
          Service: {Type: String, Default: orders}
          Unused: {Type: String, Default: x}
          Listed: {Type: String, Default: a, AllowedValues: [a, b]}
        Mappings:
          Days: {prod: {kept: 90}, dev: {kept: 7}}
        Conditions:
          Logged: !Equals [!Ref Logging, "true"]
          Wanted: !And [!Condition Logged, !Equals [!Ref Environment, prod]]
        Resources:
          Logs:
            Type: AWS::Logs::LogGroup
            Properties: {RetentionInDays: !FindInMap [Days, !Ref Environment, kept]}
          Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: api}}
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: !Ref Api
              StageName: !Ref Listed
              AccessLogSetting: !If
                - Logged
                - DestinationArn: !GetAtt Logs.Arn
                  Format: !Sub '{"id":"$context.requestId","service":"${Service}"}'
                - !Ref AWS::NoValue
          Other:
            Type: AWS::ApiGateway::Stage
            Condition: Wanted
            Properties: {RestApiId: !Ref Api, StageName: other}
        """;

    assertThat(overridable(Map.of("template.yaml", template)))
        .containsExactly(
            List.of("Environment", "Logging", "Service"), List.of("Environment", "Logging"));
  }

  @Test
  void parametersThatDecideOfANestedStackAndOfWhatIsSelected() throws IOException {
    String parent =
        """
        Parameters:
          Deployed: {Type: String, Default: "true"}
          Tier: {Type: Number, Default: 1}
        Conditions:
          IsDeployed: !Equals [!Ref Deployed, "true"]
        Resources:
          Api:
            Type: AWS::CloudFormation::Stack
            Condition: IsDeployed
            Properties:
              TemplateURL: api.yaml
              Parameters: {Days: !Select [!Ref Tier, [7, 90]]}
        """;
    String child =
        """
        Parameters: {Days: {Type: Number, Default: 1}}
        Resources:
          Logs: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: !Ref Days}}
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc
              AccessLogSetting: {DestinationArn: !GetAtt Logs.Arn, Format: $context.requestId}
        """;

    assertThat(overridable(Map.of("parent.yaml", parent, "api.yaml", child)))
        .containsExactly(List.of("Deployed", "Tier"));
  }

  @Test
  void parametersThatDecideOfTheFunctionsOfAnImplicitApi() throws IOException {
    String template =
        """
        Transform: AWS::Serverless-2016-10-31
        Parameters:
          One: {Type: String, Default: "true"}
          Other: {Type: String, Default: "true"}
        Conditions:
          HasOne: !Equals [!Ref One, "true"]
          HasOther: !Equals [!Ref Other, "true"]
        Resources:
          A:
            Type: AWS::Serverless::Function
            Condition: HasOne
            Properties: {Events: {Get: {Type: HttpApi}}}
          B:
            Type: AWS::Serverless::Function
            Condition: HasOther
            Properties: {Events: {Get: {Type: HttpApi}}}
        """;

    assertThat(overridable(Map.of("template.yaml", template)))
        .containsExactly(List.of("One", "Other"));
  }
}
