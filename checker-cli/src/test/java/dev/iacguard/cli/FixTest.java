package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fix} on what it must treat with care. */
class FixTest {
  private static final String GROUP =
      """
      resource "aws_apigatewayv2_api" "web" {
        name          = "web"
        protocol_type = "HTTP"
      }

      # The stage.
      resource "aws_apigatewayv2_stage" "web" {
        api_id = aws_apigatewayv2_api.web.id
        name   = "$default"
        tags   = { Owner = "web", CostCenter = "1" }

        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.web.arn
          format          = "$context.requestId $context.identity.sourceIp $context.status $context.responseLatency"
        }
      }

      resource "aws_cloudwatch_log_group" "web" {
        name              = "web"
        retention_in_days = 0 # for ever
        tags              = { Owner = "web", CostCenter = "1" }
      }
      """;

  @TempDir Path folder;

  private Cli.Run fix(String... more) {
    String[] all = new String[more.length + 4];
    System.arraycopy(new String[] {"fix", ".", "--root", "."}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Cli.in(folder).run(all);
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void keepsLineEndsAndTheByteOrderMark() throws IOException {
    Path file = write("main.tf", "\uFEFF" + GROUP.replace("\n", "\r\n"));

    assertThat(fix("--rule", "IG201", "--rule", "IG403", "--write").code()).isZero();

    String text = Files.readString(file);
    assertThat(text).startsWith("\uFEFF").contains("= 365 # for ever").contains("5xx");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(text.substring(1)).doesNotContain("\uFEFF");
  }

  @Test
  void keepsThePermissions() throws IOException {
    Path file = write("main.tf", GROUP);
    assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"), "there are no permissions");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));

    fix("--rule", "IG201", "--write");

    assertThat(Files.readString(file)).contains("365");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void fixesOnlyTheRulesThatAreAskedFor() throws IOException {
    write("main.tf", GROUP);

    Cli.Run run = fix("--rule", "IG201");

    assertThat(run.out()).contains("+  retention_in_days = 365 # for ever").doesNotContain("5xx");
    assertThat(run.err()).contains("would fix 1 finding with 1 edit in 1 file; 0 not fixed");
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void namesTheValueThatOnlyTheUserKnows() throws IOException {
    write("main.tf", GROUP.replace("Owner = \"web\", ", ""));

    Cli.Run run = fix("--rule", "IG109");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("not fixed: IG109 main.tf:").contains("give --set Owner=…");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--set,  Onwer=a, \"there is no such tag in the policy; did you mean 'Owner'?\"",
        "--set,  Owner,   KEY=VALUE is expected",
        "--rule, IG999,   there is no such rule",
      })
  void refusesWhatThePolicyDoesNotKnow(String option, String value, String message)
      throws IOException {
    write("main.tf", GROUP);

    Cli.Run run = fix(option, value);

    assertThat(run.err()).contains(option + " " + value.replace("=a", "")).contains(message);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void leavesAFileWithASyntaxErrorAlone() throws IOException {
    write("main.tf", GROUP);
    Path broken = write("other/main.tf", GROUP + "resource \"x\" {\n");

    Cli.Run run = fix("--rule", "IG201", "--write");

    assertThat(Files.readString(folder.resolve("main.tf"))).contains("365");
    assertThat(Files.readString(broken)).doesNotContain("365");
    assertThat(run.err()).contains("other/main.tf could not be analysed in whole");
    assertThat(run.code()).isEqualTo(ExitCode.UNREAD_INPUT);
  }

  @Test
  void doesNotWriteThroughALink() throws IOException {
    Path file = write("real/main.txt", GROUP);
    Files.createDirectories(folder.resolve("infra"));
    Files.createSymbolicLink(folder.resolve("infra/main.tf"), Path.of("../real/main.txt"));

    Cli.Run run = fix("--rule", "IG201", "--write");

    assertThat(Files.readString(file)).isEqualTo(GROUP);
    assertThat(run.err()).contains("infra/main.tf is a link");
  }

  @Test
  void doesNotWriteAReadOnlyFile() throws IOException {
    Path file = write("main.tf", GROUP);
    assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file), "runs as root");

    Cli.Run run = fix("--rule", "IG201", "--write");

    assertThat(run.err()).contains("main.tf is read-only");
    assertThat(run.code()).isEqualTo(ExitCode.UNREAD_INPUT);
    assertThat(Files.readString(file)).isEqualTo(GROUP);
  }

  @Test
  void withholdsWhatIsWorseForAnotherCaller() throws IOException {
    write("iac-guard.yaml", "log-group: {retention-days: {min: 30, max: 60}}\n");
    write("module/main.tf", "variable \"days\" {}\n" + GROUP.replace("= 0 #", "= var.days #"));
    Path root =
        write(
            "main.tf",
            """
            locals {
              days = 10
            }

            module "one" {
              source = "./module"
              days   = local.days
            }

            module "other" {
              source = "./module"
              days   = local.days * 3
            }
            """);
    String before = Files.readString(root);

    Cli.Run run = fix("--rule", "IG202", "--write");

    assertThat(Files.readString(root)).isEqualTo(before);
    assertThat(run.err())
        .contains("not fixed: IG202 module/main.tf")
        .contains("the change would bring IG202 module.other.aws_cloudwatch_log_group.web");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void saysWhyALoopIsNotEdited() throws IOException {
    write(
        "loop.yaml",
        """
        Transform: AWS::LanguageExtensions
        Resources:
          Api:
            Type: AWS::ApiGatewayV2::Api
            Properties: {Name: shop, ProtocolType: HTTP}
          Fn::ForEach::Stages:
            - Name
            - [Dev, Prod]
            - Stage${Name}:
                Type: AWS::ApiGatewayV2::Stage
                Properties: {ApiId: !Ref Api, StageName: !Ref Name}
        """);

    assertThat(fix("--rule", "IG101", "--set", "Owner=a", "--set", "CostCenter=1").err())
        .contains("loop.yaml:9 is in Fn::ForEach, which declares several resources at once;")
        .contains("make the change there by hand");
  }

  @Test
  void leavesASamTemplateWithoutTransformAlone() throws IOException {
    String api =
        """
        Resources:
          Shop:
            Type: AWS::Serverless::Api
            Properties: {StageName: prod, DefinitionUri: openapi.yaml}
        """;
    write("untransformed.yaml", api);
    write("sam.yaml", "Transform: AWS::Serverless-2016-10-31\n" + api);

    Cli.Run run = fix("--rule", "IG109", "--set", "Owner=a", "--set", "CostCenter=1");

    assertThat(run.out()).contains("sam.yaml").doesNotContain("untransformed.yaml");
    assertThat(run.err())
        .contains("untransformed.yaml has SAM resources but no Transform, so CloudFormation")
        .contains("add Transform: AWS::Serverless-2016-10-31 first");
  }

  /** Found by the end of their address, and needed to judge the template that deploys them. */
  @Test
  void nestedStacksBesideTheEditedOneAreStillThere() throws IOException {
    String nested =
        """
          %s:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: !Sub https://s3.amazonaws.com/${AWS::Region}/%s
        """;
    write(
        "parent.yaml",
        "Resources:\n"
            + nested.formatted("Base", "base/main.yaml")
            + nested.formatted("Api", "api.yaml"));
    write("base/main.yaml", "Resources:\n" + nested.formatted("Inner", "base/inner.yaml"));
    write("base/inner.yaml", "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n");
    write(
        "api.yaml",
        """
        Resources:
          Stage:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: a
              StageName: live
        """);

    Cli.Run run = fix("--rule", "IG109", "--set", "Owner=a", "--set", "CostCenter=1");

    assertThat(run.out()).contains("+        Owner: a");
    assertThat(run.err()).contains("would fix 1 finding").contains("0 not fixed");
  }

  @Test
  void saysWhichFileOverridesAChange() throws IOException {
    write("main.tf", GROUP);
    write(
        "web_override.tf",
        """
        resource "aws_apigatewayv2_stage" "web" {
          tags = { Owner = "web" }
        }
        """);

    Cli.Run run = fix("--rule", "IG109", "--set", "CostCenter=1");

    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("web_override.tf:2 overrides what the change would set; make the change there");
  }

  @Test
  void writesBehindAnAlias() throws IOException {
    Path file =
        write(
            "alias.yaml",
            """
            Resources:
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties: {Name: shop, ProtocolType: HTTP}
              Stage:
                Type: AWS::ApiGatewayV2::Stage
                Properties: &stage
                  ApiId: !Ref Api
                  StageName: prod
              Other:
                Type: AWS::ApiGatewayV2::Stage
                Properties: *stage
            """);

    Cli.Run run = fix("--set", "Owner=web", "--set", "CostCenter=1", "--write");

    assertThat(run.err()).contains("0 not fixed").doesNotContain("new:");
    assertThat(Files.readString(file)).contains("    Properties: *stage\n  OtherServerErrors:\n");
  }

  @Test
  void plansAndStatesAreNotTouched() throws IOException {
    String state =
        "{\"format_version\":\"1.0\",\"values\":{\"root_module\":{\"resources\":[{\"address\":"
            + "\"aws_apigatewayv2_stage.a\",\"mode\":\"managed\",\"type\":\"aws_apigatewayv2_stage\","
            + "\"name\":\"a\",\"values\":{\"name\":\"a\",\"api_id\":\"x\"}}]}}}";
    Path file = write("state.json", state);

    Cli.Run run = fix("--set", "Owner=a", "--set", "CostCenter=1", "--write");

    assertThat(Files.readString(file)).isEqualTo(state);
    assertThat(run.err()).contains("not fixed: IG101");
  }

  @Test
  void oneReasonIsNotSaidForEachOfManyFindings() throws IOException {
    StringBuilder stages = new StringBuilder("resource \"aws_apigatewayv2_api\" \"web\" {}\n");
    for (int i = 0; i < 9; i++) {
      stages.append(
          """
          resource "aws_apigatewayv2_stage" "s%1$d" {
            api_id = aws_apigatewayv2_api.web.id
            name   = "s%1$d"
          }
          """
              .formatted(i));
    }
    write("main.tf", stages.toString());

    Cli.Run run = fix("--rule", "IG109");

    assertThat(run.err().lines().filter(line -> line.contains("not fixed: IG109"))).hasSize(3);
    assertThat(run.err())
        .contains("not fixed: 6 more for the same reason: give --set")
        .contains("; 9 not fixed");
  }

  @Test
  void aTerminalGetsNoControlCharacters() throws IOException {
    write("main.tf", GROUP.replace("# The stage.", "# \u001b]0;x\u0007"));

    Cli.Run run =
        Cli.in(folder)
            .onTerminal()
            .with("TERM", "xterm")
            .run("fix", ".", "--root", ".", "--rule", "IG403");

    assertThat(run.out()).isNotEmpty();
    Harmless.require(run.out());
    assertThat(run.out().getBytes(StandardCharsets.UTF_8)).doesNotContain(7, 0x1b);
  }
}
