package dev.iacguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts that mean something to a terminal, a build service, a browser, a spreadsheet or a reader of
 * reports, and a repository that has them wherever text can come from.
 */
final class Payloads {
  static final List<String> ALL =
      List.of(
          "##vso[task.setvariable variable=a]b",
          "###VSO[task.complete]",
          "##[error]owned",
          "##teamcity[buildStatus text='owned']",
          "::error::owned",
          "a ::stop-commands::owned",
          "a\n::error file=a::owned",
          "\u00A0::error::owned",
          "\u2028::error::owned",
          "%0A::error::owned",
          "section_start:1:owned\r\u001B[0Kowned",
          "section_end:1:owned",
          "\u202Eowned\u2066\u2069",
          "\u0000\u0007\u0008\u001B[31mowned\u007F",
          "\u001B]8;;http://evil.example\u001B\\owned",
          "\u009B31m\u0085\u008D",
          "o\u200Bw\u2060n\uFEFFe\u00ADd\u3164\uFE0F\uDB40\uDC41",
          "=1+1",
          "\uFF1D1+1",
          " =HYPERLINK(\"http://evil.example\")",
          "@SUM(1)",
          "+1",
          "\u22121",
          "@team #1 GH-1 $x$",
          "[x](http://evil.example)",
          "![i](http://evil.example/i.png)",
          "{0} [a](1)",
          "<img src=x onerror=alert(1)>",
          "</code></pre><script>alert(1)</script>",
          "javascript:alert(1)",
          "]]>&xxe;<!-- -->",
          "`x` *b* _i_ ~~s~~ | a\\",
          "www.evil.example");

  private Payloads() {}

  /** Writes a stack for each text, a policy and a template. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    StringBuilder waivers = new StringBuilder();
    StringBuilder rules = new StringBuilder();
    int number = 0;
    for (String payload : ALL) {
      Path stack = folder;
      // No name holds a slash or a NUL.
      String name = payload.replaceAll("[/\0]", "");
      try {
        stack = Files.createDirectories(folder.resolve(name));
        Files.writeString(stack.resolve(name + ".tf"), terraform(payload));
        Files.writeString(stack.resolve(name + ".yaml"), template(payload));
      } catch (InvalidPathException e) {
        Files.writeString(
            Files.createDirectories(folder.resolve("s" + number)).resolve("main.tf"),
            terraform(payload));
      }
      String quoted = quoted(payload, "\\u%04X");
      waivers.append(
          "  - {rule: IG109, resource: \"*w%d\", reason: %s}\n".formatted(number, quoted));
      rules.append(rule(++number, payload));
    }
    Files.writeString(
        folder.resolve("iac-guard.yaml"), "waivers:\n" + waivers + "custom-rules:\n" + rules);
  }

  private static String rule(int number, String payload) {
    String line = quoted(payload.replaceAll("\\p{Cntrl}", ""), "\\u%04X");
    String message =
        quoted(payload.replaceAll("\\p{Cntrl}", "").replaceAll("([{}])", "$1$1"), "\\u%04X");
    return """
      - id: X%d
        name: custom-%d
        title: %s
        for: stage
        require: "false"
        message: %s
        help: %s
    """
        .formatted(number, number, line, message, line);
  }

  private static String terraform(String payload) {
    String text = quoted(payload, "\\u%04X").replace("${", "$${").replace("%{", "%%{");
    String line = payload.replaceAll("[\n\r\0]", "");
    return """
    resource "aws_api_gateway_stage" "live" { # LINE
      for_each   = toset([TEXT])
      stage_name = each.key
      tags       = { TEXT = TEXT }
      access_log_settings { # LINE
        destination_arn = aws_cloudwatch_log_group.logs.arn
        format          = TEXT
      }
    }
    resource "aws_apigatewayv2_stage" "w" {
      name   = TEXT
      api_id = TEXT # iac-guard:ignore IG101 reason=QUOTE
      access_log_settings {
        destination_arn = TEXT
        format          = "$context.TEXTBARE"
      }
    }
    resource "aws_apigatewayv2_stage" "ignored" { # iac-guard:ignore IG101,IG109 reason=QUOTE
      name = TEXT
    }
    resource "aws_cloudwatch_log_group" "logs" {
      name              = TEXT
      retention_in_days = TEXT
      tags              = { (TEXT) = TEXT }
    }
    resource "aws_api_gateway_account" "a" {
      cloudwatch_role_arn = TEXT
    }
    module "m" {
      source = TEXT
    }
    # iac-guard:ignore LINE reason=x
    resource "aws_api_gateway_stage" "half" { LINE
    """
        .replace("TEXTBARE", text.substring(1, text.length() - 1))
        .replace("TEXT", text)
        .replace("QUOTE", "'" + line.replace("'", "") + "'")
        .replace("LINE", line);
  }

  private static String template(String payload) {
    String text = quoted(payload, "\\u%04X");
    return """
    Resources:
      TEXT:
        Type: AWS::ApiGatewayV2::Stage
        Metadata: {iac-guard: {ignore: [{rule: IG109, reason: TEXT}]}}
        Properties:
          ApiId: TEXT
          StageName: TEXT
          AccessLogSettings: {DestinationArn: TEXT, Format: TEXT}
          Tags: {TEXT: TEXT}
      Other:
        Type: AWS::ApiGatewayV2::Stage
        Properties: {ApiId: !Ref TEXT, StageName: !Sub TEXT}
    """
        .replace("TEXT", text);
  }

  /** As a quoted string of HCL and of YAML, with escapes for all that is not a plain letter. */
  private static String quoted(String text, String escape) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c >= 0x7F) {
        quoted.append(escape.formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
