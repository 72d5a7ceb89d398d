package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.config.ConfigType;
import dev.iacguard.core.config.ConfigType.Section;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.rules.ApiGatewayRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The options that a rule's page lists are keys of the policy, and are explained there. */
class PageOptionsTest {
  private static final ApiGatewayRules RULES = new ApiGatewayRules();

  static List<RuleInfo> rules() {
    return RULES.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void areKeysAndAreExplained(RuleInfo rule) {
    String page = String.valueOf(RULES.page(rule.id()));
    String matter = page.substring(0, page.indexOf("\n---\n", 3));
    String section = page.substring(page.indexOf("## Options\n"), page.indexOf("## When it stays"));
    List<String> options =
        matter
            .substring(matter.indexOf("\noptions:") + "\noptions:".length())
            .lines()
            .filter(line -> line.startsWith("  - "))
            .map(line -> line.substring(4))
            .toList();
    assertThat(matter.endsWith("\noptions: []")).isEqualTo(options.isEmpty());
    assertThat(section.contains("None.") || section.contains("turns it on"))
        .isEqualTo(options.isEmpty());
    for (String option : options) {
      assertThat(section).contains("`" + option + "`");
      assertThat(isKey(option)).as(option).isTrue();
    }
  }

  private static boolean isKey(String option) {
    ConfigType type = PolicyKeys.all(RULES.rules());
    for (String word : option.split("\\.")) {
      List<ConfigType.Key> keys = type instanceof Section section ? section.keys() : List.of();
      ConfigType.Key key =
          keys.stream().filter(one -> one.name().equals(word)).findFirst().orElse(null);
      if (key == null) {
        return false;
      }
      type = key.type();
    }
    return true;
  }
}
