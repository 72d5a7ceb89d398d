package dev.iacguard.cli.fuzz;

import dev.iacguard.cli.baseline.BaselineReader;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.rules.view.format.Formats;
import dev.iacguard.rules.view.format.LogFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What is no code and comes with it: policies, custom rules, baselines; and log formats. */
final class Settings {
  private static final String POLICY = "iac-guard.yaml";
  private static final Pattern PLACED = Pattern.compile("(?s)b:[1-9]\\d*:[1-9]\\d*: .+");
  private static final String STACK =
      """
      variable "open" {}
      resource "aws_api_gateway_stage" "rest" {
        stage_name = "prod"
        tags       = { team = "a" }
        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.logs.arn
          format          = "$context.requestId"
        }
      }
      resource "aws_apigatewayv2_stage" "http" {
        name = var.open
      }
      resource "aws_cloudwatch_log_group" "logs" {
        name              = "logs"
        retention_in_days = var.open
      }
      """;

  private Settings() {}

  /** The policy. */
  static Object policy(byte[] input) {
    return read(input, ready -> List.of(ready.waivers().size(), ready.pack().rules().size()));
  }

  /** The policy, its tests, and what it makes of a small stack. */
  static Object policyJudged(byte[] input) {
    return read(
        input,
        ready ->
            List.of(
                ready.pack().testRules().toString(),
                Judging.judged(
                    ready.pack(), InputFiles.single("main.tf", bytes(STACK)), ready.inputs())));
  }

  private static Object read(byte[] input, Function<PolicyResult.Ready, Object> use) {
    InputFiles tree = InputFiles.of(POLICY, input);
    PolicySource source = new PolicySource(tree, POLICY, tree, "", path -> path, Inputs.NONE);
    return switch (Judging.RULES.configured(source)) {
      case PolicyResult.Refused refused -> {
        if (refused.errors().isEmpty()) {
          throw new AssertionError("refused without a reason");
        }
        yield Places.ofErrors(refused.errors());
      }
      case PolicyResult.Ready ready -> use.apply(ready);
    };
  }

  /** The lines of an input are what a custom rule is for, its condition, message and question. */
  static Object customRule(byte[] input) {
    String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 4);
    StringBuilder policy = new StringBuilder("custom-rules:\n- id: X1\n  name: a-b\n  title: t\n");
    List<String> keys = List.of("for", "when", "message", "require");
    for (int i = 0; i < keys.size(); i++) {
      String value = i < lines.length ? lines[i] : "";
      if (!value.isEmpty() || !keys.get(i).equals("when")) {
        policy.append("  ").append(keys.get(i)).append(": ").append(quoted(value)).append('\n');
      }
    }
    return policyJudged(bytes(policy.toString()));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> quoted.append("\\u%04X".formatted(unit)));
    return quoted.append('"').toString();
  }

  static Object baseline(byte[] input) {
    try {
      return BaselineReader.read("b", new String(input, StandardCharsets.UTF_8));
    } catch (UsageException e) {
      String message = String.valueOf(e.getMessage());
      if (!PLACED.matcher(message).matches()) {
        throw new AssertionError(message, e);
      }
      return message;
    }
  }

  static Object logFormat(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Origin at = Origin.at(new SourceFile("main.tf", text).all());
    LogFormat format = LogFormat.of(Value.Text.of(text, at), new Formats());
    return List.of(
        format.kind(),
        format.variables(),
        format.makesObjects(),
        format.isBrokenJson(),
        format.complete(),
        format.members(),
        format.size());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
