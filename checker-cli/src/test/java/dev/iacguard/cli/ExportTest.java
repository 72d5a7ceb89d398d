package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.scaffold.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
  @TempDir private Path folder;

  private Cli.Run run(String... arguments) {
    return Cli.in(folder).run(arguments);
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void writesRulesForAwsConfig() throws IOException {
    Cli.Run run = run("export", "config", "--output", "config");

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("wrote 5 files to config");
    String rules = file("config/access-logs-of-rest-stages.guard");
    assertThat(rules)
        .contains("rule IG104_log_format_lacks_required_field when resourceType ==")
        .contains("<<stage lacks the tag Owner>>");
    assertThat(file("config/main.tf")).contains("access-logs-of-rest-stages.guard");
    for (String line : rules.lines().toList()) {
      assertThat(file("config/conformance-pack.yaml")).contains(line);
    }
    assertThat(file("config/README.md"))
        .contains("| IG101 | Stage has no access log | yes |  |")
        .contains(
            "| IG201 | Log group never expires | no | AWS Config does not record log groups |");
  }

  @Test
  void keepsOnlyWhatThePolicyTurnsOn() throws IOException {
    Files.writeString(
        folder.resolve("iac-guard.yaml"),
        """
        version: 1
        stage: {required-tags: [{key: Team, values: [a/b, c]}]}
        rules: {IG108: off}
        environments:
          - {name: dev, match: ["dev/**"], rules: {IG101: off}}
        """);
    assertThat(run("export", "config", "--output", "config").code()).isZero();

    assertThat(file("config/access-logs-of-rest-stages.guard"))
        .contains("== /^(?:a\\/b|c)$/ <<the tag Team has a value that is not allowed>>")
        .doesNotContain("IG108", "CostCenter");
    assertThat(file("config/README.md"))
        .contains("The environments of the policy are not kept (dev)")
        .doesNotContain("IG108");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pci-dss", "hipaa", "soc2"})
  void aServiceControlPolicyFits(String preset) throws IOException {
    Files.writeString(folder.resolve("iac-guard.yaml"), "version: 1\nextends: " + preset + "\n");
    assertThat(run("export", "scp", "--output", "scp").code()).isZero();

    JsonMapper mapper = new JsonMapper();
    String text = mapper.readTree(file("scp/scp.json")).toString();
    assertThat(text.length()).isLessThanOrEqualTo(5_120);
    assertThat(text).contains("\"Sid\":\"StageWithoutAccessLog\"", "FormatLacksRequestId");
  }

  /** A rule that is off is in no statement; a rule without a statement is listed. */
  @Test
  void aServiceControlPolicyKeepsOnlyWhatThePolicyTurnsOn() throws IOException {
    Files.writeString(
        folder.resolve("iac-guard.yaml"),
        "version: 1\nrules: {IG101: off, IG103: off}\naccess-log: {required-fields: [status]}\n");
    assertThat(run("export", "scp", "--output", "scp").code()).isZero();

    assertThat(statements(file("scp/scp.json"))).containsExactly("FormatLacksStatus");
    assertThat(file("scp/README.md")).doesNotContain("IG101", "IG103").contains("| IG104 |");
  }

  @Test
  void aServiceControlPolicyKeepsTheLogOfAStage() throws IOException {
    assertThat(run("export", "scp", "--output", "scp").code()).isZero();

    assertThat(statements(file("scp/scp.json")))
        .startsWith("StageWithoutAccessLog", "AccessLogDeleted", "DestinationIsNoLogGroup");
    assertThat(file("scp/scp.json"))
        .contains("apigateway:Request/AccessLoggingDestination")
        .contains("apigateway:Request/AccessLoggingFormat");
    assertThat(file("scp/README.md")).contains("a second request");
  }

  private static List<String> statements(String policy) {
    List<String> ids = new ArrayList<>();
    new JsonMapper()
        .readTree(policy)
        .get("Statement")
        .forEach(statement -> ids.add(statement.get("Sid").asString()));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "guard-hook", "scp"})
  void thePageNamesTheControlsOfSecurityHub(String target) throws IOException {
    assertThat(run("export", target, "--output", "out").code()).isZero();

    assertThat(file("out/README.md"))
        .containsPattern("\\| IG101 .*\\| APIGateway\\.9 \\(HTTP and WebSocket APIs\\) \\|")
        .containsPattern("\\| IG201 .*\\| CloudWatch\\.16 \\|")
        .containsPattern("\\| IG104 .*\\|  \\|");
  }

  @Test
  void saysWhichFieldsAServiceControlPolicyHasNoRoomFor() throws IOException {
    Files.writeString(
        folder.resolve("iac-guard.yaml"),
        """
        version: 1
        access-log:
          required-fields: [request-id, source-ip, time, method, path, status, latency, caller, user-agent,
            domain, api-id, stage, error, integration-status, protocol, response-length, trace-id]
        """);
    assertThat(run("export", "scp", "--output", "scp").code()).isZero();
    assertThat(file("scp/README.md")).contains("there is no room for ");
  }

  @Test
  void printsAndRefuses() throws IOException {
    Cli.Run printed = run("export", "guard-hook");
    assertThat(printed.code()).isZero();
    assertThat(printed.out())
        .contains("==> access-logs.guard <==", "==> hook.yaml <==", "==> README.md <==");
    Cli.Run unknown = run("export", "confg");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean 'config'?");
    Files.createDirectory(folder.resolve("hook"));
    Files.writeString(folder.resolve("hook/README.md"), "mine");
    Cli.Run inTheWay = run("export", "guard-hook", "--output", "hook");
    assertThat(inTheWay.code()).isEqualTo(2);
    assertThat(inTheWay.err()).contains("README.md exists already");
    assertThat(file("hook/README.md")).isEqualTo("mine");
  }

  @Test
  void cfnLintAcceptsTheTemplates() {
    Tool.needs("cfn-lint");
    assertThat(run("export", "config", "--output", "config").code()).isZero();
    assertThat(run("export", "guard-hook", "--output", "hook").code()).isZero();
    assertThat(
            Tool.run(
                folder, Map.of(), "cfn-lint", "config/conformance-pack.yaml", "hook/hook.yaml"))
        .isBlank();
  }
}
