package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linter of CloudFormation and the translator of SAM accept the templates. */
class TemplateToolTest {
  private static final String TRANSLATE =
      Translator.program(
          "{\"ApiName\": \"orders\", \"StageName\": \"prod\"}",
          """
          kinds = [resource["Type"] for resource in made["Resources"].values()]
          print(sum(kind.endswith("::Stage") for kind in kinds))
          """);

  @TempDir private Path root;

  private List<String> templates(String language) {
    List<String> templates = new ArrayList<>();
    Scaffolds.all()
        .map(each -> Scaffolds.write(root, language + " " + each).resolve("template.yaml"))
        .forEach(path -> templates.add(path.toString()));
    return templates;
  }

  @Test
  void theLinterFindsNothing() {
    Tool.needs("cfn-lint");
    List<String> command = new ArrayList<>(List.of("cfn-lint", "--non-zero-exit-code", "warning"));
    command.addAll(templates("cloudformation"));
    command.addAll(templates("sam"));

    assertThat(Tool.run(root, Map.of(), command.toArray(String[]::new))).isBlank();
  }

  @Test
  void theTranslatorMakesOneStage() throws IOException {
    Tool.needs("python3");
    assumeTrue(
        Tool.run(
                root,
                Map.of(),
                "python3",
                "-c",
                "import importlib.util as u; print(all(map(u.find_spec, ['samtranslator', 'cfnlint'])))")
            .contains("True"),
        "aws-sam-translator is not installed");
    Path program = Files.writeString(root.resolve("translate.py"), TRANSLATE);
    List<String> command = new ArrayList<>(List.of("python3", program.toString()));
    command.addAll(templates("sam"));

    assertThat(Tool.run(root, Map.of(), command.toArray(String[]::new)).lines())
        .hasSize(15)
        .containsOnly("1");
  }
}
