package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that asks for more work than a check may take: a small report, and never a crash. */
class HostileWorkTest {
  private static final int LONGEST_REPORT = 120_000;

  @TempDir Path folder;

  /**
   * @param said a part of the report, and how often it is in there at the most
   */
  record Attack(String name, Map<String, String> files, String said, int times) {
    static Attack of(String name, String file, String text, String said) {
      return new Attack(name, Map.of(file, text), said, Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static String stage(String name, String stageName, String more) {
    return """
        resource "aws_api_gateway_stage" "%s" {
          stage_name = %s
          %s
        }
        """
        .formatted(name, stageName, more);
  }

  private static String template(String stageName) {
    return """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: api
              StageName: %s
        """
        .formatted(stageName);
  }

  private static String repeated(int times, IntFunction<String> each) {
    return IntStream.range(0, times).mapToObj(each).collect(Collectors.joining());
  }

  private static Attack format(String name, String format) {
    String settings =
        """
        access_log_settings {
            destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:access"
            format          = "%s"
          }
        """
            .formatted(format);
    return Attack.of(name, "main.tf", stage("s", "\"p\"", settings), "IG104");
  }

  static Stream<Attack> attacks() {
    String large = "x".repeat(100_000);
    String open = "variable \"x\" {}\n";
    return Stream.of(
        Attack.of(
            "Sub of a long text, many times",
            "t.yaml",
            template("!Sub ['" + "${A}".repeat(100_000) + "', {A: '" + large + "'}]"),
            "IG004"),
        Attack.of(
            "Join with a long text between",
            "t.yaml",
            template("!Join ['" + large + "', [" + "a,".repeat(100_000) + "a]]"),
            "IG004"),
        Attack.of(
            "Split into 200,000 items",
            "t.yaml",
            template("!Select [199999, !Split [',', '" + "a,".repeat(200_000) + "']]"),
            "IG101"),
        Attack.of("negative count", "main.tf", stage("s", "\"p\"", "count = -2147483649"), "IG001"),
        Attack.of("negative power", "main.tf", stage("s", "\"p\"", "count = -1e18"), "IG001"),
        Attack.of("huge count", "main.tf", stage("s", "\"p\"", "count = 2147483649"), "IG004"),
        Attack.of(
            "join over choices of one variable",
            "main.tf",
            open
                + repeated(
                    5,
                    i ->
                        stage(
                            "s" + i,
                            "join(\",\", [for i in range(300) : var.x == i ? \"a\" : \"z\"])",
                            "")),
            "IG101"),
        Attack.of("alarms and stages on one variable", "main.tf", open + alarms(), "IG101"),
        new Attack(
            "functions on a text of 3 MB",
            Map.of("big.txt", "x".repeat(3_000_000), "main.tf", texts()),
            "IG004",
            8),
        new Attack("loops in many directories", directories(), "IG004", 3),
        new Attack("names of log groups in many directories", names(), "IG004", 1),
        new Attack("names of exports in many templates", exports(), "IG004", 1),
        new Attack(
            "names of log groups on one line", groupsOnOneLine(), "IG109", Integer.MAX_VALUE),
        format("dollar signs", "$$".repeat(100_000)),
        format("dots", "a.a.a.".repeat(60_000)),
        format("variables without end", "$context.a.a.a.".repeat(25_000)));
  }

  private static String alarms() {
    return repeated(100, i -> stage("s" + i, "var.x == \"" + i + "\" ? \"a\" : \"b" + i + "\"", ""))
        + repeated(
            100,
            i ->
                """
                resource "aws_cloudwatch_metric_alarm" "a%1$d" {
                  namespace   = "AWS/ApiGateway"
                  metric_name = "5XXError"
                  dimensions  = { ApiName = "x", Stage = var.x == "q%1$d" ? "a%1$d" : "c" }
                }
                """
                    .formatted(i));
  }

  private static String texts() {
    List<String> calls =
        List.of(
            "upper(local.t)",
            "strrev(local.t)",
            "replace(local.t, \"x\", \"yy\")",
            "sha256(local.t)",
            "base64encode(local.t)",
            "split(\"x\", local.t)[0]",
            "format(\"%s\", local.t)",
            "jsonencode(local.t)");
    StringBuilder code = new StringBuilder("locals {\n  t = file(\"big.txt\")\n}\n");
    for (int i = 0; i < calls.size(); i++) {
      code.append("locals {\n  v").append(i).append(" = [for i in range(1000) : ");
      code.append(calls.get(i)).append("]\n}\n");
      code.append(stage("s" + i, "substr(local.v" + i + "[5], 0, 3)", ""));
    }
    return code.toString();
  }

  private static Map<String, String> directories() {
    return directories(stage("s", "local.a[0][0][0]", ""));
  }

  /** Only the last one has a stage; it asks for a log group by name, so all names are read. */
  private static Map<String, String> names() {
    Map<String, String> files =
        directories("resource \"aws_cloudwatch_log_group\" \"g\" { name = local.a[0][0][0] }\n");
    Attack asking = format("asks", "$context.requestId");
    files.put("asks/main.tf", asking.files().get("main.tf"));
    return files;
  }

  /** The text is asked for the names, key after key. */
  private static Map<String, String> groupsOnOneLine() {
    String groups =
        IntStream.range(0, 30_000)
            .mapToObj(
                i ->
                    "\"G%d\":{\"Type\":\"AWS::Logs::LogGroup\",\"Properties\":{\"LogGroupName\":\"/g/%d\"}}"
                        .formatted(i, i))
            .collect(Collectors.joining(","));
    String arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/g/7";
    return Map.of(
        "groups.json",
        "{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{" + groups + "}}",
        "asks.yaml",
        template("p") + "      AccessLogSetting: {DestinationArn: \"" + arn + "\", Format: x}\n");
  }

  private static Map<String, String> exports() {
    String export =
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Topic%%1$d:
            Type: AWS::SNS::Topic
        Outputs:
          Name%%1$d:
            Value: a
            Export:
              Name: !Sub ["%%1$d-%s", {A: "%s"}]
        """
            .formatted("${A}".repeat(9), "x".repeat(100_000));
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 90; i++) {
      files.put("t" + i + ".yaml", export.formatted(i));
    }
    String log = "      AccessLogSetting: {DestinationArn: !ImportValue nowhere, Format: x}\n";
    files.put("asks.yaml", template("p") + log);
    return files;
  }

  private static Map<String, String> directories(String resource) {
    String code =
        """
        locals {
          r = range(1000)
          a = [for i in local.r : [for j in local.r : [for k in local.r : "${i}-${j}-${k}"]]]
        }
        """
            + resource;
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      files.put("d" + i + "/main.tf", code);
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void endsWithAShortReport(Attack attack) throws IOException {
    for (Map.Entry<String, String> file : attack.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }

    Cli.Run run = Cli.in(folder).run("check", ".", "--root", ".");

    assertThat(run.code()).as(run.err()).isIn(ExitCode.FINDINGS, ExitCode.UNREAD_INPUT);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().length()).isLessThan(LONGEST_REPORT);
    assertThat(run.out().split("\\[" + attack.said() + "]", -1).length - 1)
        .as(run.out().substring(0, Math.min(2_000, run.out().length())))
        .isBetween(1, attack.times());
  }
}
