package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.rules.check.InputRules;
import dev.iacguard.rules.check.RuleSet;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has its class, its page and its fixtures. */
class RuleSetTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));

  static List<RuleInfo> rules() {
    return new ApiGatewayRules().rules();
  }

  static Stream<Rule<?, ?>> classes() {
    return Stream.of(
            RuleSet.STAGE,
            RuleSet.LOG_TARGET,
            RuleSet.ACCOUNT,
            RuleSet.STACK,
            RuleSet.TREE,
            RuleSet.DEPLOYED,
            RuleSet.DRIFT)
        .flatMap(List::stream);
  }

  @Test
  void isFoundAsService() {
    assertThat(ServiceLoader.load(RulePack.class))
        .singleElement()
        .isInstanceOf(ApiGatewayRules.class);
  }

  @Test
  void idsAndNamesAreUniqueAndSorted() {
    List<String> ids = rules().stream().map(RuleInfo::id).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(rules()).extracting(RuleInfo::name).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleButThoseOnInputHasAClass() {
    Set<String> withClass = classes().map(rule -> rule.info().id()).collect(Collectors.toSet());
    assertThat(rules())
        .extracting(RuleInfo::id)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(InputRules.INFOS.stream().map(RuleInfo::id), withClass.stream())
                .toList());
  }

  /** {@code stage-without-access-log} is {@code StageWithoutAccessLog}. */
  @ParameterizedTest
  @MethodSource("classes")
  void aRulesNameIsItsClassName(Rule<?, ?> rule) {
    String joined = rule.info().name().replace("-", "");
    assertThat(rule.getClass().getSimpleName()).isEqualToIgnoringCase(joined);
    assertThat(rule.getClass().getDeclaredFields())
        .allMatch(field -> Modifier.isStatic(field.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasFixtures(RuleInfo rule) {
    Path fixtures = ROOT.resolve("fixtures/rules").resolve(rule.id());
    assertThat(fixtures).as("fixtures of the rule, in " + fixtures).isNotEmptyDirectory();
  }

  @Test
  void everyFixtureFolderAndEveryPageBelongsToARule() throws IOException {
    Set<String> ids = rules().stream().map(RuleInfo::id).collect(Collectors.toSet());
    try (Stream<Path> folders = Files.list(ROOT.resolve("fixtures/rules"));
        Stream<Path> pages =
            Files.list(ROOT.resolve("rules/src/main/resources/dev/iacguard/rules"))) {
      assertThat(folders).allMatch(folder -> ids.contains(String.valueOf(folder.getFileName())));
      assertThat(pages)
          .filteredOn(Files::isRegularFile)
          .allMatch(page -> ids.contains(String.valueOf(page.getFileName()).replace(".md", "")));
    }
  }

  @Test
  void noPageForWhatIsNoRule() {
    assertThat(new ApiGatewayRules().page("IG999")).isNull();
    assertThat(new ApiGatewayRules().page("../../../META-INF/MANIFEST")).isNull();
  }
}
