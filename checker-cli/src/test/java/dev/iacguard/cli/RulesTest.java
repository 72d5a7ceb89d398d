package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules} and {@code explain} speak of the rules as the policy has them. */
class RulesTest {
  private static final String POLICY =
      """
      extends: pci-dss
      access-log: {required-fields: [status]}
      rules:
        IG403: error
        stage-without-required-tags: off
        long-function: note
      environments:
        - {match: ["dev/**"], rules: {IG201: warning}}
        - {stages: [test], log-group: {retention-days: {min: 7}}}
      custom-rules:
        - id: ACME1
          name: long-function
          title: Functions | end <soon>
          severity: error
          for: resource("aws_lambda_function")
          require: resource.attributes.timeout <= 30
          message: too long
      """;

  @TempDir private Path folder;

  private Cli.Run run(String arguments) throws IOException {
    Files.createDirectories(folder.resolve("infra/dev"));
    Files.writeString(folder.resolve("infra/iac-guard.yaml"), POLICY);
    return Cli.in(folder).run(arguments.split(" "));
  }

  @Test
  void withoutAPolicyEveryRuleHasItsDefault() throws IOException {
    assertThat(run("rules").out())
        .contains("IG101  error    stage-without-access-log ")
        .containsPattern("IG206 +off +log-group-unencrypted ")
        .doesNotContain("#", "ACME1");
  }

  @Test
  void aPolicySaysWhatRulesWeighAndWhere() throws IOException {
    assertThat(run("rules infra").out())
        .containsPattern("IG403 +error +no-alarm-on-errors .*# infra/iac-guard.yaml:4, ")
        .containsPattern("IG109 +off +stage-without-.*:5, otherwise error\n")
        .containsPattern("ACME1 +note +long-function +Functions .*:6, otherwise error\n")
        .containsPattern("IG201 +error ");
    assertThat(run("rules --config infra/iac-guard.yaml").out()).contains("ACME1");
    assertThat(run("rules infra/dev").out()).containsPattern("IG201 +warning ");
    assertThat(run("rules infra infra/dev").code()).isEqualTo(2);
  }

  @Test
  void programsReadThePublishedShape() throws IOException {
    String json = run("rules infra --format json").out();

    Schemas.RULES.accepts(json);
    Schemas.RULES.refuses(json.replace("\"off\"", "\"none\""));
    assertThat(json)
        .contains(
            "\"severity\":\"off\",\"defaultSeverity\":\"error\",\"custom\":false,"
                + "\"options\":[\"stage.required-tags\",\"tags.keys\",\"tags.stack-tags\"],"
                + "\"location\":{\"path\":\"infra/iac-guard.yaml\",\"line\":5,")
        .contains("\"id\":\"ACME1\",\"name\":\"long-function\",", "\"custom\":true,");
    assertThat(run("schema rules").out()).contains("iac-guard rules --format json");
  }

  @Test
  void theIndexIsATable() throws IOException {
    assertThat(run("rules infra --format markdown").out())
        .startsWith("| Rule | Name | Severity | What it finds |\n|---|---|---|---|\n")
        .contains("| IG403 | `no-alarm-on-errors` | error (note by default) | ")
        .contains("| `long-function` | note (error by default) | Functions &#124; end &#60;soon");
  }

  @Test
  void aRuleIsExplainedWithTheOptionsThatHold() throws IOException {
    assertThat(run("explain IG104").out())
        .startsWith("# IG104 log-format-lacks-required-field\n")
        .contains("\n## Effective settings\n\n    severity: error  # by default\n")
        .containsPattern("required-fields: \\[request-id, .*]  # preset default:\\d+\n$");
    assertThat(run("explain IG104 infra").out())
        .endsWith("    access-log.required-fields: [status]  # infra/iac-guard.yaml:2\n");
    assertThat(run("explain IG202 infra").out())
        .containsPattern("log-group.retention-days.min: 365  # preset pci-dss:\\d+\n");
    assertThat(run("explain IG202 infra --stage test").out())
        .contains("log-group.retention-days.min: 7  # infra/iac-guard.yaml:9\n");
    assertThat(run("explain IG202").out()).endsWith("    log-group.retention-days is not set\n");
  }

  @Test
  void aCustomRuleIsExplainedLikeAllOthers() throws IOException {
    assertThat(run("explain long-function infra").out())
        .startsWith("# ACME1 long-function\n\nFunctions | end <soon>.\n")
        .contains("infra/iac-guard.yaml, line 16", "    resource.attributes.timeout <= 30\n")
        .endsWith("    severity: note  # infra/iac-guard.yaml:6, otherwise error\n");
    assertThat(run("explain long-functon infra").err()).contains("did you mean 'long-function'?");
    assertThat(run("explain ACME1").err()).contains("unknown rule 'ACME1'");
  }
}
