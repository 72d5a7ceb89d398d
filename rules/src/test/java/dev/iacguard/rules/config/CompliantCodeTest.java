package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.fixtures.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Code for each kind of API meets every preset, and one thing taken away is found. */
class CompliantCodeTest {
  private static final Path CODE =
      Path.of(System.getProperty("iacguard.root"), "fixtures", "compliant");

  @TempDir private Path policies;
  @TempDir private Path folder;

  static List<Arguments> everyFolderAndPreset() throws IOException {
    try (Stream<Path> folders = Files.list(CODE)) {
      List<String> names = folders.map(path -> path.getFileName() + "").sorted().toList();
      assertThat(names).hasSize(7);
      return names.stream()
          .flatMap(name -> Presets.NAMES.stream().map(preset -> Arguments.of(name, preset)))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("everyFolderAndPreset")
  void nothingIsFound(String name, String preset) throws IOException {
    RulePack rules = rules(preset);
    CheckResult result = check(rules, CODE.resolve(name));

    assertThat(result.reports()).flatExtracting(report -> report.stages()).isNotEmpty();
    assertThat(Observation.of(result, rules)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rest          | pci-dss | $context.identity.caller          | -          | IG104",
        "http          | pci-dss | $context.authorizer.claims.sub    | -          | IG104",
        "websocket     | pci-dss | $context.authorizer.principalId   | -          | IG104",
        "template-rest | pci-dss | $context.identity.caller          | -          | IG104",
        "template-v2   | pci-dss | $context.authorizer.principalId   | -          | IG104",
        "sam-rest      | pci-dss | $context.identity.caller          | -          | IG104",
        "sam-http      | pci-dss | $context.identity.caller          | -          | IG104",
        "rest          | pci-dss | 2192                              | 180        | IG202",
        "sam-http      | hipaa   | 2192                              | 1827       | IG202",
        "sam-rest      | soc2    | '\"took\":\"$context.responseLatency\"' | '\"took\":0' | IG104",
        "sam-rest      | default | 'OpenApiVersion: 3.0.1'           | TracingEnabled: true | IG102",
        "websocket     | default | aws_api_gateway_account.region]   | ]          | IG306",
        "template-rest | default | Owner                             | Team       | IG109",
        "template-v2   | pci-dss | MetricName: ExecutionError        | MetricName: None | IG403",
        "http          | hipaa   | kms_key_id                        | name_prefix | IG206"
      })
  void whatIsTakenAwayIsMissed(String name, String preset, String part, String instead, String rule)
      throws IOException {
    try (Stream<Path> files = Files.list(CODE.resolve(name))) {
      for (Path file : files.toList()) {
        String code = Files.readString(file);
        Files.writeString(folder.resolve(file.getFileName()), code.replace(part, instead));
      }
    }
    RulePack rules = rules(preset);

    assertThat(Observation.of(check(rules, folder), rules))
        .isNotEmpty()
        .extracting(Observation::rule)
        .contains(rule);
  }

  private RulePack rules(String preset) throws IOException {
    PolicyResult policy =
        new PolicyFolder(policies).write("iac-guard.yaml", "extends: " + preset).read();
    return ((PolicyResult.Ready) policy).pack();
  }

  private static CheckResult check(RulePack rules, Path root) throws IOException {
    FolderTree tree = FolderTree.at(root, root);
    return new Checker(rules)
        .check(tree, new Selection(List.of(""), tree.walk("")), Inputs.NONE, Progress.SILENT);
  }
}
