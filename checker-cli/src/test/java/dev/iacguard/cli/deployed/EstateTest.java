package dev.iacguard.cli.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports are judged as code is, and code with what exports show. */
class EstateTest {
  private static final String CODE =
      """
      provider "aws" {
        region = "%s"
      }

      resource "aws_api_gateway_rest_api" "tickets" {
        name = "tickets"
      }

      resource "aws_api_gateway_stage" "live" {
        rest_api_id   = aws_api_gateway_rest_api.tickets.id
        deployment_id = "d1"
        stage_name    = "%s"
        tags          = { Owner = "tickets", CostCenter = "4711" }
        access_log_settings {
          destination_arn = "arn:aws:logs:%s:111122223333:log-group:/apis/tickets"
          format          = "{\\"requestId\\": \\"$context.requestId\\", \\"ip\\": \\"$context.identity.sourceIp\\", \\"status\\": \\"$context.status\\", \\"latency\\": \\"$context.responseLatency\\"}"
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void everyStageHasItsLabel() throws IOException {
    assertThat(Estate.seen(Estate.EXPORT)).isEqualTo(Estate.labels());
  }

  @Test
  void accountsAndRegionsAreStacksOfTheirOwn() {
    String text = Cli.in(Estate.EXPORT).run("stages", ".").out();
    assertThat(text)
        .contains("111122223333/eu-west-1  deployed")
        .contains("111122223333/us-east-1  deployed");
  }

  @Test
  void theAccountDecidesWhetherTheRoleIsSet() throws IOException {
    write("main.tf", CODE.formatted("eu-west-1", "live", "eu-west-1"));
    assertThat(check("--format", "text").out())
        .contains("unknown[IG301]")
        .contains("log group /apis/tickets is not declared in this code");

    Cli.Run run = check("--format", "text", "--deployed", Estate.EXPORT.toString());
    assertThat(run.out()).doesNotContain("IG301").doesNotContain("IG204").doesNotContain("IG405");
    assertThat(run.out())
        .contains("IG404")
        .contains("stage forever of API reports is deployed and not declared in the code");
  }

  @Test
  void anAccountWithoutRoleFailsAtTheStage() throws IOException {
    write("main.tf", CODE.formatted("us-east-1", "us", "us-east-1"));
    Cli.Run run = check("--format", "text", "--deployed", Estate.EXPORT.toString());
    assertThat(run.out())
        .contains("error[IG301]: account setting has no role")
        .contains("exported from 111122223333 us-east-1");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void accountsThatDisagreeAreNamed() throws IOException {
    write(
        "main.tf",
        CODE.formatted("eu-west-1", "live", "eu-west-1").replace("provider \"aws\"", "locals"));
    assertThat(check("--format", "text", "--deployed", Estate.EXPORT.toString()).out())
        .contains("unknown[IG301]: cannot tell which account the stack is deployed to")
        .contains("111122223333 us-east-1 and not of 111122223333 eu-west-1");
  }

  @Test
  void aRegionThatIsNotExportedStaysUnknown() throws IOException {
    write("main.tf", CODE.formatted("ap-south-1", "live", "ap-south-1"));
    assertThat(check("--format", "text", "--deployed", Estate.EXPORT.toString()).out())
        .contains("unknown[IG301]")
        .contains("no export holds the setting of its account and Region");
  }

  /** The authorizer of the API decides which variable names the caller. */
  @Test
  void authorizersAreRead() throws IOException {
    copyExport();
    write(
        "iac-guard.yaml",
        """
        version: 1
        access-log:
          required-fields: [request-id, caller]
        """);
    String out = Cli.in(folder).run("check", ".", "--format", "json").out();
    assertThat(help(out, "live")).contains("$context.authorizer.claims.sub");
    assertThat(help(out, "search")).contains("$context.authorizer.principalId");
  }

  /** The help of IG104 for a stage. */
  private static String help(String json, String stage) {
    for (JsonNode finding : JsonMapper.shared().readTree(json).get("findings")) {
      if (finding.get("rule").asString().equals("IG104")
          && finding.get("resource").asString().endsWith("/stages/" + stage)) {
        return finding.get("help").asString();
      }
    }
    throw new AssertionError("no finding of " + stage);
  }

  @Test
  void streamsOfTheAccountCountForCode() throws IOException {
    String code =
        CODE.formatted("eu-west-1", "live", "eu-west-1")
            .replace("arn:aws:logs:", "arn:aws:firehose:")
            .replace("log-group:/apis/tickets", "deliverystream/amazon-apigateway-untagged");
    write("main.tf", code);
    assertThat(check("--format", "text").out()).contains("unknown[IG203]");

    Cli.Run run = check("--format", "text", "--deployed", Estate.EXPORT.toString());
    assertThat(run.out())
        .contains("error[IG203]: Firehose stream lacks the tag")
        .doesNotContain("unknown[IG203]");
  }

  /** What the export does not hold is unknown, never absent. */
  @Test
  void whatIsNotExportedIsUnknown() throws IOException {
    copyExport();
    Path region = folder.resolve("111122223333/eu-west-1");
    Files.delete(region.resolve("log-groups.json"));
    Files.delete(region.resolve("account.json"));
    Files.delete(region.resolve("alarms.json"));
    assertThat(Estate.seen(folder))
        .contains("live yes external unknown IG204")
        .contains("gone yes external unknown IG204");
    assertThat(Cli.in(folder).run("check", ".").out())
        .contains("the export does not hold it")
        .contains("is not in the export")
        .contains("the alarms of the account are not in the export");
  }

  @Test
  void aCallThatFailedMakesTheExportIncomplete() throws IOException {
    copyExport();
    Files.writeString(
        folder.resolve("111122223333/eu-west-1/log-groups.json"),
        """
        {"iacGuardExport": 1, "account": "111122223333", "region": "eu-west-1", "call": "logs describe-log-groups", "arguments": {}, "error": "AccessDenied"
        }
        """);
    Cli.Run run = Cli.in(folder).run("check", ".", "--fail-on", "never");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .contains("export is incomplete: 'logs describe-log-groups' failed: AccessDenied");
  }

  @Test
  void nothingToCompareWithIsAMistake() throws IOException {
    write("main.tf", CODE.formatted("eu-west-1", "live", "eu-west-1"));
    Cli.Run run = check("--deployed", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--deployed .: no AWS export was found");
  }

  @Test
  void theScriptIsPrinted() {
    Cli.Run run = Cli.in(folder).run("collect", "--print");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("#!").contains("aws").doesNotContain("\r");
    assertThat(Cli.in(folder).run("collect").code()).isEqualTo(2);
  }

  private Cli.Run check(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "check";
    all[1] = "main.tf";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Cli.in(folder).run(all);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void copyExport() throws IOException {
    try (Stream<Path> files = Files.walk(Estate.EXPORT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(Estate.EXPORT.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
