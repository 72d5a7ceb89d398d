package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Waiver;
import dev.iacguard.core.rule.pack.PolicyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies of one stack, and what they are made of. */
class StackPoliciesTest {
  private static final String POLICY =
      """
      log-group: {retention-days: {min: 400}}
      environments:
        - {match: ["dev/**", dev.tfvars], log-group: {retention-days: {min: 14}}}
        - {stages: [test], log-group: {retention-days: {min: 1}}}
      """;

  @TempDir Path folder;
  private PolicyFolder files;

  @BeforeEach
  void makeFolder() {
    files = new PolicyFolder(folder);
  }

  private static @Nullable Integer least(Policies.OfStack stack, String... stages) {
    return stack.of(List.of(stages)).logGroup().retention().min();
  }

  @Test
  void whatStagesShareHasTheirPolicyOrThatOfTheStack() throws IOException {
    Policies policies =
        files.write("iac-guard.yaml", POLICY).policies("iac-guard.yaml", Inputs.NONE);
    Policies.OfStack stack = policies.of("infra");
    assertThat(stack.dependOnStage()).isTrue();
    assertThat(least(stack, "test")).isEqualTo(1);
    assertThat(least(stack, "live", "prod")).isEqualTo(400);
    assertThat(least(stack, "live", "test")).isEqualTo(400);
    assertThat(stack.all()).isEqualTo(policies.all());
    assertThat(stack.problems()).isEmpty();
  }

  @Test
  void withoutEnvironmentsForStagesTheirNamesDoNotMatter() throws IOException {
    Policies policies =
        files
            .write("iac-guard.yaml", "environments: [{match: [dev], stage: {required-tags: []}}]")
            .policies("iac-guard.yaml", Inputs.NONE);
    assertThat(policies.of("dev").dependOnStage()).isFalse();
    assertThat(policies.of("dev").all()).isNotEqualTo(policies.all());
  }

  @Test
  void onlyWhatWasAskedForHasProblems() throws IOException {
    String policy =
        """
        environments:
          - {match: [infra], log-group: {retention-days: {min: 30}}}
          - {stages: [live], log-group: {retention-days: {max: 14}}}
        """;
    Policies.OfStack stack =
        files.write("iac-guard.yaml", policy).policies("iac-guard.yaml", Inputs.NONE).of("infra");
    assertThat(stack.of("prod").logGroup().retention().min()).isEqualTo(30);
    assertThat(stack.problems()).isEmpty();
    stack.of("live");
    assertThat(stack.problems())
        .extracting(Problem::rule, problem -> problem.at().line(), Problem::message)
        .singleElement()
        .asString()
        .contains("IG001\", 3, \"min is 30 days and max 14, so no value is allowed where these")
        .contains("meet: iac-guard.yaml:2, iac-guard.yaml:3");
  }

  @Test
  void theSettingsOfAStageAreThoseOfItsEnvironments() throws IOException {
    Policies policies =
        files.write("iac-guard.yaml", POLICY).policies("iac-guard.yaml", Inputs.NONE);
    Mapping test = policies.of("infra").settings("test");
    assertThat(Nodes.number(test.at("log-group", "retention-days", "min"))).isEqualTo(1);
    Mapping none = policies.of("infra").settings(null);
    assertThat(Nodes.number(none.at("log-group", "retention-days", "min"))).isEqualTo(400);
  }

  /** Patterns start from the policy's folder; variants bring their files. */
  @ParameterizedTest
  @CsvSource({
    "org/dev, 14",
    "org/dev/x, 14",
    "org/prod/dev, 400",
    "org/prod, 400",
    "org/prod (blue), 14",
    "org/prod (green), 400",
    "organisation/dev, 400"
  })
  void pathsAreSeenFromThePolicy(String stack, int days) throws IOException {
    Inputs inputs =
        new Inputs(
            Map.of(),
            List.of(),
            List.of(
                new Variant("blue", List.of("org/env/dev.tfvars")),
                new Variant("green", List.of("org/env/green.tfvars"))),
            List.of());
    String policy = POLICY.replace("[\"dev/**\", dev.tfvars]", "[\"dev/**\", env/dev.tfvars]");
    Policies.OfStack own =
        files.write("org/iac-guard.yaml", policy).policies("org/iac-guard.yaml", inputs).of(stack);
    assertThat(own.all().logGroup().retention().min()).isEqualTo(days);
  }

  @Test
  void exceptionsOfAllFilesHold() throws IOException {
    files.write("base.yaml", "waivers: [{rule: IG101, resource: a, reason: b}]");
    files.write(
        "iac-guard.yaml",
        "{extends: base.yaml, waivers: [{rule: IG102, resource: c, reason: d, path: 'x/**'}]}");
    PolicyResult.Ready ready = (PolicyResult.Ready) files.read();
    assertThat(ready.waivers()).extracting(Waiver::rule).containsExactly("IG101", "IG102");
    assertThat(ready.files()).containsExactlyInAnyOrder("base.yaml", "iac-guard.yaml");
  }

  @Test
  void aFileThatCannotBeReadIsNamedWhereItIsExtended() throws IOException {
    Files.write(folder.resolve("base.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(files.write("iac-guard.yaml", "extends: base.yaml").errors())
        .singleElement()
        .asString()
        .startsWith("iac-guard.yaml:1:10: base.yaml ");
    Files.write(folder.resolve("iac-guard.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(files.errors())
        .singleElement()
        .asString()
        .startsWith("iac-guard.yaml:1:1: iac-guard.yaml ");
  }
}
