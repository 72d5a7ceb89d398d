package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes 1,000 stages that were generated, in each of the syntaxes. */
class FixGeneratedTest {
  private static final int FILES = 100;
  private static final int STAGES = 10;

  private final Random random = new Random(19);

  @TempDir Path folder;

  private Cli.Run run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--root", "."));
    return Cli.in(folder).run(all.toArray(String[]::new));
  }

  private boolean chance() {
    return random.nextInt(3) == 0;
  }

  @Test
  void everyFindingIsFixedAndASecondRunHasNothingToDo() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Path own = Files.createDirectory(folder.resolve("stack" + i));
      switch (i % 4) {
        case 0 -> Files.writeString(own.resolve("main.tf"), terraform());
        case 1 -> Files.writeString(own.resolve("template.yaml"), yaml());
        case 2 -> Files.writeString(own.resolve("template.json"), json());
        default -> Files.writeString(own.resolve("template.yaml"), sam());
      }
    }
    String[] fix = {"fix", ".", "--write", "--set", "Owner=shop", "--set", "CostCenter=1"};

    Cli.Run fixed = run(fix);

    assertThat(fixed.err()).contains("; 0 not fixed").doesNotContain("new:");
    assertThat(fixed.code()).isEqualTo(ExitCode.CLEAN);
    Cli.Run checked = run("check", ".", "--fail-on", "note");
    assertThat(checked.out()).contains(FILES * STAGES + " stages: 1000 compliant");
    assertThat(checked.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run(fix).err()).contains("fixed 0 findings with 0 edits in 0 files; 0 not fixed");
  }

  private String terraform() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < STAGES; i++) {
      String settings =
          chance() ? "\n  tags   = { Owner = \"shop\" }" : chance() ? "\n\n  # later: tags" : "";
      code.append(
          """
          resource "aws_apigatewayv2_api" "api%1$d" {
            name          = "api%1$d"
            protocol_type = "HTTP"
          }

          resource "aws_apigatewayv2_stage" "api%1$d" {
            api_id = aws_apigatewayv2_api.api%1$d.id
            name   = "prod"%2$s
          }

          """
              .formatted(i, settings));
    }
    return code.toString();
  }

  private String yaml() {
    StringBuilder code = new StringBuilder("Resources:\n");
    for (int i = 0; i < STAGES; i++) {
      String properties =
          chance() ? "{ApiId: !Ref Api%1$d, StageName: prod}" : "\n        ApiId: !Ref Api%1$d";
      code.append(
          """
            Api%1$d:
              Type: AWS::ApiGatewayV2::Api
              Properties: {Name: api%1$d, ProtocolType: HTTP}
            Stage%1$d:
              Type: AWS::ApiGatewayV2::Stage
              Properties: %2$s
          """
              .indent(2)
              .formatted(i, properties.formatted(i)));
      if (!properties.startsWith("{")) {
        code.append("        StageName: prod # the only one\n");
      }
    }
    return code.toString();
  }

  private String json() {
    List<String> resources = new ArrayList<>();
    for (int i = 0; i < STAGES; i++) {
      String tags = chance() ? ", \"Tags\": {\"Owner\": \"shop\"}" : "";
      resources.add(
          """
          "Api%1$d": {
            "Type": "AWS::ApiGatewayV2::Api",
            "Properties": {"Name": "api%1$d", "ProtocolType": "HTTP"}
          },
          "Stage%1$d": {
            "Type": "AWS::ApiGatewayV2::Stage",
            "Properties": {"ApiId": {"Ref": "Api%1$d"}, "StageName": "prod"%2$s}
          }\
          """
              .formatted(i, tags));
    }
    return "{\n  \"Resources\": {\n" + String.join(",\n", resources) + "\n  }\n}\n";
  }

  private String sam() {
    StringBuilder code = new StringBuilder("Transform: AWS::Serverless-2016-10-31\nResources:\n");
    for (int i = 0; i < STAGES; i++) {
      String stage = chance() ? "" : "\n    Properties:\n      StageName: prod";
      code.append("  Api%d:\n    Type: AWS::Serverless::HttpApi%s\n".formatted(i, stage));
    }
    return code.toString();
  }
}
