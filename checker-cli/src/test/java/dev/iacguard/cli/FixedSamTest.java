package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.scaffold.Tool;
import dev.iacguard.cli.scaffold.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The translator of SAM accepts fixed templates, and gives their stages a log and tags. */
class FixedSamTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("iacguard.root", "..")).resolve("fixtures/fix");

  /**
   * Prints a line for each stage: the template, whether there is a log, and the keys of its tags.
   */
  private static final String TRANSLATE =
      Translator.program(
          "{}",
          """
          for resource in made["Resources"].values():
              body = resource.get("Properties", {})
              if resource["Type"].endswith("::Stage") or "StageName" in body and "Deployment" in resource["Type"]:
                  tags = body.get("Tags", {})
                  keys = [t["Key"] for t in tags] if isinstance(tags, list) else list(tags)
                  log = "AccessLogSetting" in body or "AccessLogSettings" in body
                  own = sorted(key.capitalize() for key in keys if ":" not in key)
                  print(os.path.basename(path), "log" if log else "no log", *own)
          """);

  @TempDir Path folder;

  @Test
  void everyStageHasALogAndTags() throws IOException {
    Tool.needs("python3");
    assumeTrue(
        Tool.run(
                folder,
                Map.of(),
                "python3",
                "-c",
                "import importlib.util as u; print(all(map(u.find_spec, ['samtranslator',"
                    + " 'cfnlint'])))")
            .contains("True"),
        "aws-sam-translator is not installed");
    List<String> command = new ArrayList<>(List.of("python3", "translate.py"));
    try (Stream<Path> files = Files.list(FIXTURES.resolve("sam-implicit"))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals("expected.diff")) {
          Files.copy(file, folder.resolve(name));
          command.add(name);
        }
      }
    }

    Cli.in(folder)
        .run("fix", ".", "--root", ".", "--write", "--set", "Owner=a", "--set", "CostCenter=1");

    Files.writeString(folder.resolve("translate.py"), TRANSLATE);
    List<String> stages =
        Tool.run(folder, Map.of(), command.toArray(String[]::new))
            .lines()
            .filter(line -> line.contains(" log"))
            .toList();
    assertThat(stages)
        .containsExactlyInAnyOrder(
            "definition-elsewhere.yaml log Costcenter Owner",
            "definition-elsewhere.yaml log",
            "functions.json log Costcenter Owner",
            "functions.json log Costcenter Owner",
            "http-tags.yaml log Costcenter Owner",
            "named.yaml log",
            "one-function.yaml log Costcenter Owner",
            "one-function.yaml log Costcenter Owner",
            "own-tags.yaml log Costcenter Owner",
            "shared-tags.yaml log Costcenter Owner",
            "state-machine.yaml log Costcenter Owner",
            "two-functions.yaml log Costcenter Owner");
  }
}
