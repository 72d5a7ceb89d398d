package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acceptance cases on pipelines; case 40 is {@link LauncherTest}'s. */
class PipelineCasesTest {
  private static final int OLD = 195;

  @TempDir Path folder;

  /**
   * Case 38: 200 findings on a pull request. Five are on lines that it adds; the others come of a
   * variable file that it removes, so no line of theirs changed, and their files come first.
   */
  @Test
  void ofManyFindingsThoseOnChangedLinesAreShownFirst() throws IOException {
    Git git = Git.init(folder.resolve("repository"));
    git.write("infra/variables.tf", "variable \"logs\" {\n  default = []\n}\n")
        .write("infra/terraform.tfvars", "logs = [\"arn:aws:logs:eu-west-1:1:log-group:a\"]\n");
    for (int i : IntStream.range(0, OLD).toArray()) {
      git.write("infra/" + i + ".tf", stage("s" + i, LOG));
    }
    git.commit().run("checkout", "-q", "-b", "change").delete("infra/terraform.tfvars");
    git.write(
        "infra/z.tf",
        IntStream.range(0, 5).mapToObj(i -> stage("z" + i, "")).reduce("", String::concat));
    git.commit();
    Path summary = Files.writeString(folder.resolve("summary"), "before\n");

    Cli.Run run =
        Cli.in(git.folder())
            .with("GITHUB_STEP_SUMMARY", summary.toString())
            .run("check", "--diff-base=main", "--format=github", "--format=sarif=../a.sarif");

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    List<String> errors = run.out().lines().filter(line -> line.startsWith("::error ")).toList();
    assertThat(errors).hasSize(10);
    assertThat(errors.subList(0, 5)).allMatch(line -> line.contains("file=infra/z.tf,"));
    assertThat(errors.subList(5, 10)).noneMatch(line -> line.contains("file=infra/z.tf,"));
    assertThat(run.out())
        .contains("\n190 more in the summary of this step: 190 errors\n200 stages: ");
    String text = Files.readString(summary);
    assertThat(text).startsWith("before\n<!-- iac-guard -->\n## iac-guard\n");
    assertThat(Pattern.compile("\\*\\*error\\*\\* IG101").matcher(text).results()).hasSize(200);
    String sarif = Files.readString(folder.resolve("a.sarif"));
    Schemas.SARIF.accepts(sarif);
    assertThat(matches("\"(ruleId)\":\"IG101\"", sarif)).hasSize(200);
    assertThat(matches("\"uri\":\"([^\"]*)\"", sarif))
        .hasSizeGreaterThanOrEqualTo(200)
        .allMatch(uri -> uri.matches("infra(/[a-z0-9]+\\.tf)?"));
    assertThat(matches("\"startLine\":(\\d+)", sarif)).isNotEmpty().doesNotContain("0");
  }

  /** Case 39: one broken file among 50. */
  @ParameterizedTest
  @CsvSource({
    "7/main.tf,       '\\nresource {{',          2",
    "8/template.yaml, 'AWSTemplateFormatVersion: \"2010-09-09\"\\nResources: {', 2",
    "9/plan.json,     '{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"planned_values\":{', 1",
    "7/main.tf,       ,                       1",
  })
  void aBrokenFileKeepsNoOtherBack(String broken, String text, int line) throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    for (int i : IntStream.range(0, 50).toArray()) {
      write(i + "/main.tf", stage("s" + i, ""));
    }
    Files.delete(folder.resolve(broken.charAt(0) + "/main.tf"));
    write(broken, text == null ? "\u0000\u0001" : text.translateEscapes());

    Cli.Run run = Cli.in(folder).run("check", "--format", "json");

    Schemas.CHECK.accepts(run.out());
    assertThat(matches("\"rule\":\"IG101\".*?\"path\":\"(\\d+)/main.tf\"", run.out())).hasSize(49);
    assertThat(run.out())
        .contains("\"problems\":[{\"rule\":\"IG001\",\"path\":\"" + broken + "\",\"line\":" + line);
    assertThat(run.code()).isEqualTo(3);
  }

  private static final String LOG =
      """
        dynamic "access_log_settings" {
          for_each = var.logs
          content {
            destination_arn = access_log_settings.value
            format          = "$context.requestId"
          }
        }
      """;

  private static String stage(String name, String settings) {
    return Git.stage(name, settings);
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
