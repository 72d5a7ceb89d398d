package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several reports of one run, where they go, and what the environment says of them. */
class ReportsTest {
  @TempDir Path folder;

  @BeforeEach
  void makeRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write("infra/main.tf", stage("live"));
  }

  @Test
  void oneRunWritesSeveralReports() throws IOException {
    Cli.Run run =
        cli().run("check", "--format", "text", "--format=sarif=a.sarif", "--format=html=b");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("error[IG101]");
    Schemas.SARIF.accepts(read("a.sarif"));
    assertThat(read("b")).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(names()).containsExactlyInAnyOrder(".git", "infra", "a.sarif", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check --format json --format text            | two reports would go to standard output
          check --format json=a --format sarif=a       | two reports would go to
          check --format json=                         | --format json= names no file
          check --format json=infra                    | --format json=infra is a directory
          check --format json=no/file                  | there is no directory
          check --format jsn=a                         | did you mean 'json'?
          check --format json=a --output b             | every --format needs its own file
          check --format tsv                           | did you mean 'csv'?
          stages --format sarif                        | one of text, json, csv, markdown, html
          check --output a/infra/main.tf               | there is no directory
          check --output infra/main.tf/a               | there is no directory
          """)
  void whatCannotBeIsRefusedBeforeTheRun(String arguments, String message) {
    Cli.Run run = cli().run(arguments.split(" "));

    assertThat(run.err()).contains(message);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL_ON,         never,           '',              0",
    "FAIL_ON,         never,           --fail-on=error, 1",
    "FAIL_ON,         '',              '',              1",
    "FAIL_ON_UNKNOWN, true,            '',              1",
    "FAIL_ON,         fatal,           '',              2",
    "FAIL_ON_UNKNOWN, perhaps,         '',              2",
    "ROOT,            nowhere,         --root=.,        1",
    "OUTPUT,          main.tf,         '',              1",
  })
  void theEnvironmentGivesWhatTheCommandLineDoesNot(
      String variable, String value, String option, int code) {
    Cli.Run run =
        cli()
            .with("IAC_GUARD_" + variable, value)
            .run(Stream.of("check", option).filter(word -> !word.isEmpty()).toArray(String[]::new));

    assertThat(run.code()).isEqualTo(code);
    if (code == 2) {
      assertThat(run.err()).contains("IAC_GUARD_" + variable);
    }
  }

  @Test
  void formatsFromTheEnvironmentAreSeparatedByCommas() throws IOException {
    Cli.Run run = cli().with("IAC_GUARD_FORMAT", "gitlab, junit=a.xml").run("check");

    Schemas.GITLAB.accepts(run.out());
    assertThat(read("a.xml")).startsWith("<?xml ");
    assertThat(cli().with("IAC_GUARD_FORMAT", "gitlab").run("check", "--format=json").out())
        .startsWith("{");
  }

  @Test
  void aVariableThatStandsForNothingIsNamed() {
    Cli.Run run =
        cli()
            .with("IAC_GUARD_FALI_ON", "never")
            .with("IAC_GUARD_JAVA_OPTS", "-Xmx1g")
            .with("IAC_GUARD_LAUNCHER", "iac-guard")
            .run("check");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "iac-guard: there is no variable IAC_GUARD_FALI_ON; did you mean"
                + " 'IAC_GUARD_FAIL_ON'?\n");
  }

  @Test
  void pathsStartFromTheRepositoryWhereverTheRunIs() throws IOException {
    Cli inside = Cli.in(folder.resolve("infra"));

    assertThat(inside.run("check", "--format", "gitlab").out()).contains("\"infra/main.tf\"");
    assertThat(inside.run("check", "--root", ".", "--format", "github").out())
        .contains("file=infra/main.tf,");
  }

  @Test
  void aReportThatCannotBeWrittenKeepsNoOtherBack() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc")) && Files.exists(Path.of("/dev/full")));

    Cli.Run run =
        cli()
            .run(
                "check",
                "--format=sarif=/proc/out.sarif",
                "--format=html=/dev/full",
                "--format=text",
                "--format=json=a.json");

    assertThat(run.err())
        .isEqualTo(
            """
            iac-guard: the report cannot be written to /proc/out.sarif: no file can be made there
            iac-guard: the report cannot be written to /dev/full: No space left on device
            """);
    assertThat(run.out()).contains("error[IG101]");
    Schemas.CHECK.accepts(read("a.json"));
    assertThat(run.code()).isEqualTo(4);
  }

  @Test
  void aSummaryThatCannotBeWrittenIsSaid() {
    Cli.Run run = cli().with("GITHUB_STEP_SUMMARY", "no/file").run("check", "--format", "github");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("iac-guard: the summary cannot be written to no/file\n");
  }

  @Test
  void aTerminalGetsLinesOfItsWidthAndLinks() throws IOException {
    Cli terminal = cli().onTerminal().with("COLUMNS", "50").with("TERM_PROGRAM", "WezTerm");

    String out = terminal.run("check", "--color", "never").out();

    assertThat(out)
        .contains("\u001B]8;;file://" + folder + "/infra/main.tf\u001B\\infra/main.tf:1:1");
    assertThat(out.replaceAll("\u001B]8;;[^\u001B]*\u001B\\\\", "").lines())
        .filteredOn(line -> line.contains("help:"))
        .isNotEmpty()
        .allMatch(line -> line.length() <= 50);
    assertThat(cli().with("COLUMNS", "50").with("TERM_PROGRAM", "WezTerm").run("check").out())
        .doesNotContain("\u001B")
        .matches(text -> text.lines().anyMatch(line -> line.length() > 50));
    assertThat(cli().onTerminal().run("check", "--color=never").out()).doesNotContain("\u001B");
  }

  private static String stage(String name) {
    return """
        resource "aws_apigatewayv2_stage" "%s" {
          api_id = aws_apigatewayv2_api.api.id
          name   = "live"
        }
        """
        .formatted(name);
  }

  private Cli cli() {
    return Cli.in(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  private String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
