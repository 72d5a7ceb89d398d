package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are far too large, in a process with 256 MB of heap. Minutes: only on request. */
@EnabledIfSystemProperty(named = "iacguard.large", matches = ".*")
class LargeInputsTest {
  private static final int MIB = 1 << 20;
  private static final int RESOURCES = 500_000;
  private static final String GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:/apis/";

  @TempDir Path folder;

  private interface Content {
    void write(Writer out) throws IOException;
  }

  private void file(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
        Writer out =
            new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), MIB)) {
      content.write(out);
    }
  }

  /** Standard output and standard error, behind the exit code. */
  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.iacguard.cli.Main");
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + "\n" + Files.readString(said);
  }

  @Test
  void aSnapshotOfDistinctStages() throws IOException, InterruptedException {
    file(
        "exports/snapshot.json",
        out -> {
          out.write("{\"fileVersion\": \"1.0\", \"configurationItems\": [\n");
          for (int i = 0; i < RESOURCES; i++) {
            out.write(
                """
                {"configuration": {"stageName": "live", "accessLogSettings": {"format": "$context.requestId", "destinationArn": "%s%d"}},
                 "tags": {"Owner": "a"}, "awsAccountId": "111122223333", "resourceType": "AWS::ApiGateway::Stage",
                 "ARN": "arn:aws:apigateway:eu-west-1::/restapis/a%d/stages/live", "awsRegion": "eu-west-1"}%s
                """
                    .formatted(GROUP, i, i, i == RESOURCES - 1 ? "]}" : ","));
          }
        });
    assertThat(run("stages", "exports", "--format", "json"))
        .startsWith("3\n")
        .contains("the exports hold more resources than fit into memory")
        .contains("restapis/a0/stages/live");
  }

  @Test
  void aListOfDistinctLogGroups() throws IOException, InterruptedException {
    file(
        "exports/log-groups.json",
        out -> {
          out.write("{\"iacGuardExport\": 1, \"account\": \"111122223333\",");
          out.write(" \"region\": \"eu-west-1\", \"call\": \"logs describe-log-groups\",");
          out.write(" \"arguments\": {}, \"output\": {\"logGroups\": [\n");
          for (int i = 0; i < RESOURCES; i++) {
            out.write("{\"logGroupName\": \"/apis/" + i + "\", \"arn\": \"" + GROUP + i + ":*\",");
            out.write(" \"retentionInDays\": 90}" + (i == RESOURCES - 1 ? "]}}" : ",\n"));
          }
        });
    assertThat(run("stages", "exports", "--format", "json"))
        .startsWith("3\n")
        .contains("the exports hold more resources than fit into memory");
  }

  @Test
  void aHugeReportAmongThousands() throws IOException, InterruptedException {
    String report = MergeTest.report("stages", "shop/orders", "2026-11-01");
    for (int i = 0; i < 9_999; i++) {
      String text = report.replace("shop/orders", "shop/r" + i);
      file("reports/" + i + ".json", out -> out.write(text));
    }
    String stage =
        report.substring(report.indexOf("\"stages\":[") + 10, report.lastIndexOf("],\"summary\""));
    int times = 500 * MIB / stage.length();
    file(
        "reports/huge.json",
        out -> {
          out.write(report.substring(0, report.indexOf(stage)));
          for (int i = 0; i < times; i++) {
            out.write(stage + ",");
          }
          out.write(report.substring(report.indexOf(stage)));
        });
    assertThat(run("merge", "reports", "--format", "csv", "--output", "rows.csv"))
        .startsWith("3\n")
        .contains("reports/huge.json: is larger than 256 MiB");
    try (var rows = Files.lines(folder.resolve("rows.csv"))) {
      assertThat(rows.count()).isEqualTo(1 + 4 * 9_999);
    }
  }

  /** Each is smaller than what is refused for its size; together they do not fit. */
  @Test
  void manyLargeReports() throws IOException, InterruptedException {
    for (int i = 0; i < 4; i++) {
      String repository = "r" + i;
      file(
          "reports/" + repository + ".json",
          out -> {
            out.write(
                "{\"schemaVersion\": 1, \"tool\": {\"name\": \"iac-guard\", \"version\": \"1\"},");
            out.write("\"source\": {\"repository\": \"" + repository + "\"}, \"stages\": [\n");
            for (int stage = 0; stage < 90_000; stage++) {
              out.write(
                  """
                  {"id": "restapis/%s/stages/s%d", "stageName": "s%d", "stack": "infra", "kind": "declared", "api": "REST",
                   "language": "terraform", "environment": "prod", "location": {"path": "%d.tf", "line": 1},
                   "accessLog": {"status": "yes"}, "accountRole": {"status": "declared"}, "compliance": "failing"}%s
                  """
                      .formatted(repository, stage, stage, stage, stage == 89_999 ? "]" : ","));
            }
            out.write(", \"summary\": {}}");
          });
    }
    assertThat(run("merge", "reports", "--format", "csv", "--output", "rows.csv"))
        .startsWith("3\n")
        .contains("reports/r3.json: does not fit into memory; allow more with");
    try (var rows = Files.lines(folder.resolve("rows.csv"))) {
      assertThat((rows.count() - 1) % 90_000).isZero();
    }
  }

  @Test
  void aSmallFileOfAHugeLogLine() throws IOException, InterruptedException {
    file(
        "sample.log.gz",
        out -> {
          out.write("{\"status\":200}\n");
          for (int i = 0; i < 2_000; i++) {
            out.write("x".repeat(MIB));
          }
          out.write("\n{\"status\":200}\n");
        });
    assertThat(Files.size(folder.resolve("sample.log.gz"))).isLessThan(3L * MIB);
    assertThat(run("logs", "sample.log.gz"))
        .startsWith("3\n")
        .contains("sample.log.gz:2: a line is longer than 1 MiB and was skipped");
  }
}
