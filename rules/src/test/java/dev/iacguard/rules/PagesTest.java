package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.source.FolderTree;
import dev.iacguard.fixtures.DeployedFolder;
import dev.iacguard.fixtures.Observation;
import dev.iacguard.rules.RulePage.Example;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say is true. */
class PagesTest {
  private static final ApiGatewayRules RULES = new ApiGatewayRules(TestPolicies.ALL_RULES);

  static List<RuleInfo> rules() {
    return RULES.rules();
  }

  static List<Example> examples() {
    return RULES.rules().stream().flatMap(rule -> page(rule.id()).examples().stream()).toList();
  }

  private static RulePage page(String rule) {
    return RulePage.parse(Objects.requireNonNull(RULES.page(rule), rule));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void frontMatterIsTheRulesOwn(RuleInfo rule) {
    assertThat(page(rule.id()).matter())
        .containsEntry("id", rule.id())
        .containsEntry("name", rule.name())
        .containsEntry("title", rule.title())
        .containsEntry("severity", rule.severity().label())
        .containsKey("since");
    assertThat(RULES.page(rule.id())).contains("\n# " + rule.id() + " " + rule.name() + "\n");
    assertThat(RULES.page(rule.id())).contains("\ncontrols:").contains("\npeers:");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyPageHasTheSameSections(RuleInfo rule) {
    RulePage page = page(rule.id());
    assertThat(page.sections())
        .containsExactly(
            "What it finds",
            "Why it matters",
            "Bad",
            "Good",
            "Options",
            "When it stays silent or unknown");
    assertThat(page.examples()).extracting(Example::section).contains("Bad", "Good");
  }

  /** Variables that stand in pages on purpose although no API has them. */
  private static final Set<String> NO_VARIABLES = Set.of("requestID", "name");

  @ParameterizedTest
  @MethodSource("rules")
  void everyVariableOfAPageExists(RuleInfo rule) {
    Matcher variable =
        Pattern.compile("\\$context\\.([A-Za-z0-9.]*[A-Za-z0-9])")
            .matcher(String.valueOf(RULES.page(rule.id())));
    while (variable.find()) {
      String name = variable.group(1);
      assertThat(NO_VARIABLES.contains(name) || isKnown(name)).as(name).isTrue();
    }
  }

  private static boolean isKnown(String name) {
    return ContextVariables.find(name) != null || ContextVariables.find(name + ".any") != null;
  }

  @Test
  void everyFieldIsExplained() {
    String page = String.valueOf(RULES.page("IG104"));
    for (Field field : Fields.ALL) {
      String row =
          page.lines()
              .filter(line -> line.startsWith("| `" + field.label() + "` |"))
              .findFirst()
              .orElseThrow();
      for (ApiKind api : ApiKind.REAL) {
        field.variables(api).forEach(name -> assertThat(row).contains("`$context." + name));
      }
    }
  }

  static List<Example> goodExamples() {
    return examples().stream().filter(example -> example.section().equals("Good")).toList();
  }

  /** Who copies a good example must not be told off by another rule. */
  @ParameterizedTest
  @MethodSource("goodExamples")
  void goodExamplesAreCleanUnderTheBuiltInPolicy(Example example, @TempDir Path folder)
      throws IOException {
    ApiGatewayRules builtIn = new ApiGatewayRules();
    assertThat(Observation.of(check(example, folder, builtIn), builtIn))
        .filteredOn(observation -> observation.kind().equals("fail"))
        .isEmpty();
  }

  private static CheckResult check(Example example, Path folder, ApiGatewayRules rules)
      throws IOException {
    for (var file : example.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    FolderTree tree = FolderTree.at(folder, folder);
    DeployedFolder folders = DeployedFolder.of(tree, tree.walk(""));
    return new Checker(rules)
        .check(tree, new Selection(List.of(""), folders.code()), folders.inputs(), Progress.SILENT);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesAreRun(Example example, @TempDir Path folder) throws IOException {
    List<Observation> own =
        Observation.of(check(example, folder, RULES), RULES).stream()
            .filter(observation -> observation.rule().equals(example.rule()))
            .toList();
    // What a change edits is found beside an earlier state only; the command line's tests have
    // both.
    boolean needsChange = example.rule().equals("IG005");
    if (example.section().equals("Bad") && !needsChange) {
      assertThat(own).singleElement().extracting(Observation::kind).isEqualTo("fail");
    } else {
      assertThat(own).filteredOn(observation -> observation.kind().equals("fail")).isEmpty();
    }
  }
}
