package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariable.Acceptance;
import dev.iacguard.rules.view.format.ContextVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * IG105 says of every variable and every kind of API what API Gateway does with it: an error only
 * where the deployment fails, a warning where nothing is logged, silence else.
 */
class VariableAcceptanceTest {
  @TempDir private Path folder;

  static Stream<Arguments> ways() {
    return ApiKind.REAL.stream()
        .flatMap(
            api ->
                Stream.of("main.tf", "template.yaml").map(language -> Arguments.of(api, language)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyVariableIsJudgedByWhatTheApiDoes(ApiKind api, String language) throws IOException {
    List<String> names =
        ContextVariables.all().stream()
            .map(variable -> variable.name() + (variable.open() ? "x-y" : ""))
            .toList();
    StringBuilder code = new StringBuilder(language.equals("main.tf") ? "" : "Resources:\n");
    for (int i = 0; i < names.size(); i++) {
      String format = "$context.requestId " + ContextVariable.PREFIX + names.get(i);
      code.append(language.equals("main.tf") ? hcl(api, i, format) : yaml(api, i, format));
    }

    Map<String, String> said = said(Map.of(language, code.toString()));

    for (int i = 0; i < names.size(); i++) {
      ContextVariable variable = ContextVariables.find(names.get(i));
      Acceptance acceptance = variable == null ? Acceptance.ofUnknown(api) : variable.in(api);
      assertThat(said.get("s" + i))
          .as("%s in a format of a %s API", names.get(i), api)
          .isEqualTo(
              switch (acceptance) {
                case FILLED, TAKEN -> "pass";
                case EMPTY, DOUBTFUL -> "warning";
                case REFUSED -> "error";
              });
    }
  }

  /** What is said of each stage, by its name. */
  private Map<String, String> said(Map<String, String> files) throws IOException {
    Map<String, String> said = new TreeMap<>();
    for (StackReport stack : Report.check(folder, files).reports()) {
      Map<String, String> names = new TreeMap<>();
      stack.stages().forEach(stage -> names.put(stage.id(), String.valueOf(stage.stageName())));
      for (Verdict verdict : stack.verdicts()) {
        if (verdict.rule().id().equals("IG105")) {
          said.put(
              names.get(verdict.subject().id()),
              verdict.kind() == Verdict.Kind.FAIL
                  ? verdict.severity().label()
                  : verdict.kind().label());
        }
      }
    }
    return said;
  }

  private static String hcl(ApiKind api, int number, String format) {
    String stage =
        """
          stage_name = "s%1$d"
          access_log_settings {
            destination_arn = "arn:aws:logs:eu-west-1:111111111111:log-group:access"
            format          = "%2$s"
          }
        }
        """
            .formatted(number, format);
    return api == ApiKind.REST
        ? "resource \"aws_api_gateway_stage\" \"s" + number + "\" {\n" + stage
        : """
          resource "aws_apigatewayv2_api" "a%1$d" {
            name          = "a%1$d"
            protocol_type = "%2$s"
          }
          resource "aws_apigatewayv2_stage" "s%1$d" {
            api_id = aws_apigatewayv2_api.a%1$d.id
          """
                .formatted(number, api)
            + stage.replace("stage_name", "name");
  }

  private static String yaml(ApiKind api, int number, String format) {
    String log =
        """
              StageName: s%1$d
              %2$s:
                DestinationArn: arn:aws:logs:eu-west-1:111111111111:log-group:access
                Format: "%3$s"
        """
            .formatted(
                number, api == ApiKind.REST ? "AccessLogSetting" : "AccessLogSettings", format);
    return api == ApiKind.REST
        ? """
            S%1$d:
              Type: AWS::ApiGateway::Stage
              Properties:
                RestApiId: abc
          """
                .formatted(number)
            + log
        : """
            A%1$d:
              Type: AWS::ApiGatewayV2::Api
              Properties:
                Name: a%1$d
                ProtocolType: %2$s
            S%1$d:
              Type: AWS::ApiGatewayV2::Stage
              Properties:
                ApiId: !Ref A%1$d
          """
                .formatted(number, api)
            + log;
  }
}
