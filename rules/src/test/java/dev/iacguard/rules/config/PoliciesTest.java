package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import dev.iacguard.rules.policy.RetentionBounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which policy holds where. */
class PoliciesTest {
  @TempDir Path folder;
  private PolicyFolder policies;

  @BeforeEach
  void makeFolder() {
    policies = new PolicyFolder(folder);
  }

  private Policy policy(String text) throws IOException {
    return policies.write("iac-guard.yaml", text).policy("infra", "prod", Inputs.NONE);
  }

  @ParameterizedTest
  @CsvSource({"''", "version: 1", "extends: default", "# nothing"})
  void anEmptyPolicyIsTheBuiltInOne(String text) throws IOException {
    assertThat(policy(text)).isEqualTo(Policy.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"pci-dss, 365, 7", "hipaa, 2192, 7", "soc2, 365, 8"})
  void aPresetAsksForMoreAndForNoTags(String name, int days, int fields) throws IOException {
    Policy policy = policy("extends: " + name);
    assertThat(policy.logGroup().retention().min()).isEqualTo(days);
    assertThat(policy.accessLog().requiredFields()).hasSize(fields);
    assertThat(policy.logGroup().requiredTags()).isEmpty();
    assertThat(policy.stage().requiredTags()).isEmpty();
  }

  @Test
  void laterFilesLieOverEarlierOnes() throws IOException {
    policies.write(
        "org/base.yaml",
        """
        extends: team.yaml
        log-group: {retention-days: {max: 400}}
        rules: {log-group-never-expires: note}
        """);
    policies.write("org/team.yaml", "log-group: {retention-days: {min: 30, max: 365}}");
    Policy policy =
        policy(
            "{extends: [soc2, org/base.yaml], rules: {IG202: off}, stage: {required-tags: [A]}}");
    assertThat(policy.logGroup().retention()).isEqualTo(new RetentionBounds(30, 400, List.of()));
    assertThat(policy.severities())
        .isEqualTo(Map.of("IG201", Severity.NOTE, "IG202", Severity.OFF));
    assertThat(policy.stage().requiredTags()).containsExactly(RequiredTag.ofKey("A"));
  }

  @Test
  void tagsMayHaveValuesAndPatterns() throws IOException {
    Policy policy =
        policy(
            """
            stage:
              required-tags:
                - Owner
                - {key: Environment, values: [prod, "1"]}
                - {key: CostCenter, pattern: "CC-[0-9]{4}"}
            """);
    assertThat(policy.stage().requiredTags())
        .containsExactly(
            RequiredTag.ofKey("Owner"),
            new RequiredTag("Environment", List.of("prod", "1"), null),
            new RequiredTag("CostCenter", List.of(), BoundedRegex.of("CC-[0-9]{4}")));
  }

  @Test
  void customRulesHaveSeveritiesByIdAndNameInEveryFile() throws IOException {
    String rule = "  - {id: %s, name: %s, title: A, for: stage, require: 'true', message: b}\n";
    policies.write(
        "base.yaml",
        "rules: {one: note, two: off}\ncustom-rules:\n" + rule.formatted("ACME1", "one"));
    Policy policy =
        policy(
            "extends: base.yaml\nrules: {ACME1: error}\ncustom-rules:\n"
                + rule.formatted("ACME2", "two"));
    assertThat(policy.severities())
        .isEqualTo(Map.of("ACME1", Severity.ERROR, "ACME2", Severity.OFF));
  }

  @Test
  void theFilesOfAFolderLieOverEachOtherByName() throws IOException {
    policies.write("rules/b.yaml", "log-group: {retention-days: {min: 30}}");
    policies.write("rules/a.yml", "log-group: {retention-days: {min: 60, max: 365}}");
    policies.write("rules/c.txt", "no policy");
    assertThat(policy("extends: [soc2, rules]").logGroup().retention())
        .isEqualTo(new RetentionBounds(30, 365, List.of()));
  }

  private static final String ENVIRONMENTS =
      """
      log-group: {retention-days: {min: 365}}
      environments:
        - name: dev
          match: ["infra/dev/**", "*.dev.tfvars"]
          log-group: {retention-days: {min: 14}}
        - stages: ["test-*"]
          log-group: {retention-days: {min: 1}}
        - match: [infra/dev]
          stages: [prod]
          log-group: {retention-days: {min: 731}}
      """;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "infra/prod,         prod,   -,              365, -",
        "infra/dev,          blue,   -,              14,  dev",
        "infra/dev/x.yaml,   blue,   -,              14,  dev",
        "infra/develop,      blue,   -,              365, -",
        "infra/prod,         blue,   a/b.dev.tfvars, 14,  dev",
        "infra/prod,         blue,   a/dev.tfvars,   365, -",
        "infra/prod,         test-1, -,              1,   -",
        "infra/dev,          test-1, -,              1,   dev",
        "infra/dev,          prod,   -,              731, dev",
        "infra/dev,          -,      -,              14,  dev",
        "infra/prod,         -,      -,              365, -"
      })
  void anEnvironmentChangesWhatItNamesAndNothingElse(
      String stack, String stage, String file, int days, String name) throws IOException {
    Inputs inputs =
        file == null
            ? Inputs.NONE
            : new Inputs(List.of(new VariableSource.VarFile(file)), List.of());
    Policy policy = policies.write("iac-guard.yaml", ENVIRONMENTS).policy(stack, stage, inputs);
    assertThat(policy.logGroup().retention().min()).isEqualTo(days);
    assertThat(policy.environment()).isEqualTo(name);
  }

  @Test
  void variableFilesThatTerraformTakesUpCountLikeThoseThatAreGiven() throws IOException {
    policies.write("infra/blue.dev.auto.tfvars", "").write("infra/prod.tfvars", "");
    policies.write(
        "iac-guard.yaml",
        """
        environments:
          - {match: ["*.dev.auto.tfvars"], log-group: {retention-days: {min: 14}}}
          - {match: ["prod.tfvars"], log-group: {retention-days: {min: 731}}}
        """);
    assertThat(policies.policy("infra", "prod", Inputs.NONE).logGroup().retention().min())
        .isEqualTo(14);
    assertThat(policies.policy("other", "prod", Inputs.NONE).logGroup().retention().min()).isNull();
  }

  @Test
  void fieldsAreAskedForByMeaningOrVariable() throws IOException {
    Policy policy = policy("access-log: {required-fields: [source-ip, $context.wafResponseCode]}");
    assertThat(policy.accessLog().requiredFields())
        .extracting(Field::label)
        .containsExactly("source-ip", "$context.wafResponseCode");
  }

  @Test
  void variantsOfThePolicyLeaveAllElseThatIsGivenAlone() throws IOException {
    policies.write("iac-guard.yaml", "terraform: {variants: {prod: [prod.tfvars]}}");
    Inputs given =
        new Inputs(Map.of(), List.of(), List.of(), List.of(), new Inputs.Plans("infra", true));
    assertThat(policies.read(given))
        .isInstanceOfSatisfying(
            PolicyResult.Ready.class,
            ready -> {
              assertThat(ready.inputs().plans()).isEqualTo(given.plans());
              assertThat(ready.inputs().variants()).hasSize(1);
            });
  }

  @Test
  void waiversAndVariantsAreHandedOver() throws IOException {
    policies.write(
        "iac-guard.yaml",
        """
        extends: pci-dss
        waivers:
          - {rule: IG202, resource: "*", path: "infra/**", reason: sandbox, until: 2027-03-31}
        terraform: {variants: {prod: [env/prod.tfvars]}}
        """);
    assertThat(policies.read())
        .isInstanceOfSatisfying(
            PolicyResult.Ready.class,
            ready -> {
              assertThat(ready.needExpiry()).isTrue();
              assertThat(ready.waivers()).hasSize(1);
              assertThat(ready.waivers().get(0).at()).hasToString("iac-guard.yaml:3");
              assertThat(ready.inputs().variants())
                  .containsExactly(new Inputs.Variant("prod", List.of("env/prod.tfvars")));
            });
  }
}
