package dev.iacguard.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {

  @ParameterizedTest
  @CsvSource({
    "main.tf, tags, HCL",
    "main.tf.json, tags, JSON",
    "plan.json, tags, HCL",
    "template.yaml, Tags, YAML",
    "template.json, Tags, JSON",
    "template, Tags, YAML"
  })
  void isThatOfTheFileAndTheName(String path, String name, Syntax expected) {
    assertThat(Syntax.of(path, name)).isEqualTo(expected);
  }

  @Test
  void keysHaveQuotesWhereTheyNeedThem() {
    assertThat(Syntax.HCL.setting("cost-center", 1)).isEqualTo("cost-center = 1");
    assertThat(Syntax.HCL.setting("cost:center", 1)).isEqualTo("\"cost:center\" = 1");
    assertThat(Syntax.YAML.setting("Owner", 1)).isEqualTo("Owner: 1");
    assertThat(Syntax.YAML.setting("Off", 1)).isEqualTo("\"Off\": 1");
    assertThat(Syntax.YAML.setting("no", 1)).isEqualTo("\"no\": 1");
    assertThat(Syntax.JSON.setting("Owner", 1)).isEqualTo("\"Owner\": 1");
  }

  @Test
  void objectsAreThoseOfTheLanguage() {
    Map<String, String> tags = Map.of("Owner", "\"a\"");
    assertThat(Syntax.HCL.object(tags)).isEqualTo("{ Owner = \"a\" }");
    assertThat(Syntax.YAML.object(tags)).isEqualTo("{Owner: \"a\"}");
    assertThat(Syntax.JSON.object(tags)).isEqualTo("{\"Owner\": \"a\"}");
  }

  @Test
  void nothingInQuotesIsReadAsCode() {
    assertThat(Syntax.HCL.quoted("${x} %{y} \"\\")).isEqualTo("\"$${x} %%{y} \\\"\\\\\"");
    assertThat(Syntax.YAML.quoted("${x}\n")).isEqualTo("\"${x}\\n\"");
  }
}
