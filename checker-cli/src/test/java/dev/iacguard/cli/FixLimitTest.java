package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes and suggestions where most changes harm something, so that each has to be found. */
class FixLimitTest {
  private static final int HARMFUL = 34;

  private static final String MODULE =
      """
      variable "days" {}

      resource "aws_apigatewayv2_api" "web" {
        name          = "web"
        protocol_type = "HTTP"
      }

      resource "aws_apigatewayv2_stage" "web" {
        api_id = aws_apigatewayv2_api.web.id
        name   = "prod"

        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.web.arn
          format          = "$context.requestId"
        }
      }

      resource "aws_cloudwatch_log_group" "web" {
        name              = "web"
        retention_in_days = var.days
      }
      """;

  /** What is enough for the first is too long for the other. */
  private static final String CALLS =
      """
      locals {
        days%1$d = 10
      }

      module "short%1$d" {
        source = "./module"
        days   = local.days%1$d
      }

      module "long%1$d" {
        source = "./module"
        days   = local.days%1$d * 3
      }

      """;

  @TempDir Path folder;

  private String calls = "";
  private Path other = Path.of("");

  @BeforeEach
  void write() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < HARMFUL; i++) {
      text.append(CALLS.formatted(i));
    }
    calls = text.toString();
    Files.writeString(folder.resolve("main.tf"), calls);
    Files.writeString(
        folder.resolve("iac-guard.yaml"), "log-group: {retention-days: {min: 30, max: 60}}\n");
    Files.createDirectories(folder.resolve("module"));
    Files.writeString(folder.resolve("module/main.tf"), MODULE);
    other = Files.createDirectories(folder.resolve("other")).resolve("main.tf");
    Files.writeString(other, MODULE.replace("var.days", "7"));
  }

  private Cli.Run fix(String... more) {
    String[] all = new String[more.length + 7];
    String[] first = {"fix", ".", "--root", ".", "--write", "--rule", "IG202"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Cli.in(folder).run(all);
  }

  @Test
  void aRunThatReachesItsLimitSaysWhatWasNotTried() throws IOException {
    Cli.Run run = fix();

    assertThat(Files.readString(other)).contains("= 30");
    assertThat(Files.readString(folder.resolve("main.tf"))).isEqualTo(calls);
    assertThat(run.err())
        .contains("not tried, since this run has reached its limit")
        .containsPattern("\\d+ of these were not tried, .*name fewer paths, or raise the limit");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void suggestionsThatWereNotTriedAreCounted() {
    Cli.Run run = Cli.in(folder).run("check", ".", "--root", ".", "--format", "suggestions");

    assertThat(run.out()).contains("retention_in_days = 30").doesNotContain("not tried");
    assertThat(run.err())
        .containsOnlyOnce("not tried")
        .containsPattern("\\d+ suggestions were not tried, .*run it for fewer paths, or raise the");
  }

  @Test
  void moreWorkFindsEachHarmfulChange() throws IOException {
    Cli.Run run = fix("--max-work", "100");

    assertThat(Files.readString(other)).contains("= 30");
    assertThat(Files.readString(folder.resolve("main.tf"))).isEqualTo(calls);
    assertThat(run.err())
        .doesNotContain("not tried")
        .contains(HARMFUL + " not fixed")
        .contains("the change would bring IG202 module.long0.aws_cloudwatch_log_group.web");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }
}
