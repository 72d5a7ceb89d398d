package dev.iacguard.rules.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is marked as sensitive, or made from it, is in no report. */
class SensitiveValuesTest {
  private static final String SECRET = "hush-hush";

  @TempDir Path folder;

  private List<String> said(String code) throws IOException {
    Map<String, String> files =
        Map.of("main.tf", code, "terraform.tfvars", "secret = \"" + SECRET + "\"");
    List<String> said = new ArrayList<>();
    for (StackReport stack : Report.check(folder, files).reports()) {
      stack.stages().forEach(stage -> said.add(stage.toString()));
      for (Verdict verdict : stack.verdicts()) {
        Finding finding = verdict.finding();
        said.add(verdict.when());
        if (finding != null) {
          said.add(finding.message() + "|" + finding.label() + "|" + finding.help());
        }
      }
    }
    return said;
  }

  @Test
  void namesTagsAndReferences() throws IOException {
    List<String> said =
        said(
            """
            variable "secret" {
              type      = string
              sensitive = true
            }
            locals {
              through = jsondecode(jsonencode({ text = var.secret, list = [var.secret] }))
              fields  = { for key in ["a"] : key => var.secret }
            }
            resource "aws_cloudwatch_log_group" "logs" {
              name = "/apigw/${var.secret}"
            }
            resource "aws_api_gateway_stage" "named" {
              stage_name = format("v-%s", var.secret)
              access_log_settings {
                destination_arn = aws_cloudwatch_log_group.logs.arn
                format          = "$context.requestId ${local.through.text}"
              }
              tags = {
                Owner    = upper(join("-", [var.secret, "x"]))
                Split    = split("-", var.secret)[0]
                Found    = try(regex("h(.*)", var.secret)[0], "")
                Coded    = base64decode(base64encode(var.secret))
                Chosen   = var.secret == "" ? "x" : var.secret
                Replaced = replace("a", "a", var.secret)
                Nested   = local.through.list[0]
                Looped   = local.fields.a
              }
            }
            resource "aws_api_gateway_stage" "tagged" {
              stage_name = "tagged"
              tags       = { (local.through.text) = "x" }
            }
            resource "aws_api_gateway_stage" "outside" {
              stage_name = "outside"
              access_log_settings {
                destination_arn = "arn:aws:logs:eu-west-1:1:log-group:${var.secret}"
                format          = jsonencode({ id = "$context.requestId", secret = var.secret })
              }
            }
            resource "aws_api_gateway_account" "this" {
              cloudwatch_role_arn = "arn:aws:iam::1:role/${var.secret}"
            }
            """);

    assertThat(said)
        .anyMatch(text -> text.contains("aws_api_gateway_stage.named"))
        .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(SECRET))
        .noneMatch(text -> text.contains("Split=hush"));
  }
}
