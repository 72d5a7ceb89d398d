package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.core.model.ConfigNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fixes every folder of {@code fixtures/fix}. What is changed has to be what its {@code
 * expected.diff} says; {@code -Diacguard.write} writes that file.
 */
class FixFixturesTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root", ".."));
  private static final Path FIXTURES = ROOT.resolve("fixtures/fix");
  private static final String EXPECTED = "expected.diff";

  /** {@code api.yaml:1:2:3:4:E3002:message}. */
  private static final Pattern ERROR = Pattern.compile("^[^:]+:\\d+:\\d+:\\d+:\\d+:E");

  @TempDir Path folder;

  static Stream<String> fixtures() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  private Cli.Run fix(String... more) {
    return Cli.in(folder)
        .run(
            Stream.concat(
                    Stream.of("fix", ".", "--root", ".", "--set", "Owner=orders"),
                    Stream.concat(Stream.of("--set", "CostCenter=1234"), Stream.of(more)))
                .toArray(String[]::new));
  }

  private void copy(String fixture) throws IOException {
    Path from = FIXTURES.resolve(fixture);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Files.deleteIfExists(folder.resolve(EXPECTED));
  }

  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theDiffIsAsExpected(String fixture) throws IOException {
    copy(fixture);
    Map<String, String> before = texts();

    Cli.Run run = fix();

    String found = run.out() + run.err();
    Path expected = FIXTURES.resolve(fixture).resolve(EXPECTED);
    if (System.getProperty("iacguard.write") != null) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
    assertThat(texts()).as("without --write nothing is changed").isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void writingDoesWhatTheDiffSaysAndNothingIsLeftToDo(String fixture) throws IOException {
    copy(fixture);
    Cli.Run shown = fix();

    Cli.Run written = fix("--write");

    assertThat(written.out()).isEmpty();
    Map<String, String> after = texts();
    texts().forEach((path, text) -> assertThat(text).doesNotContain("\uFFFD"));
    Cli.Run again = fix();
    assertThat(again.out()).as("a second run").isEmpty();
    assertThat(again.code()).isEqualTo(shown.code());
    copyBack(fixture);
    assertThat(applied(shown.out())).isEqualTo(after);
  }

  private void copyBack(String fixture) throws IOException {
    for (String path : texts().keySet()) {
      Files.delete(folder.resolve(path));
    }
    copy(fixture);
  }

  /** What git makes of the diff. */
  private Map<String, String> applied(String diff) throws IOException {
    if (diff.isEmpty()) {
      return texts();
    }
    Path file = Files.writeString(folder.resolve("changes"), diff);
    Git.Result result = Git.at(folder).call(Map.of(), "apply", "changes");
    assertThat(result.code()).as(result.output()).isZero();
    Files.delete(file);
    return texts();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void terraformHasNothingToFormat(String fixture) throws IOException, InterruptedException {
    copy(fixture);
    assumeTrue(
        texts().keySet().stream().anyMatch(path -> path.endsWith(".tf")), "no Terraform code");
    assumeTrue(succeeds("terraform", "version"), "terraform is not installed");
    assumeTrue(succeeds("terraform", "fmt", "-check", "-recursive"), "not formatted before");

    fix("--write");

    assertThat(succeeds("terraform", "fmt", "-check", "-recursive")).isTrue();
  }

  /** All fixtures at once: the linter starts slowly. */
  @Test
  void templatesStayValid() throws IOException, InterruptedException {
    assumeTrue(succeeds("cfn-lint", "--version"), "cfn-lint is not installed");
    Path all = folder;
    List<String> templates = new ArrayList<>();
    for (String fixture : fixtures().toList()) {
      folder = Files.createDirectory(all.resolve(fixture));
      copy(fixture);
      texts().keySet().stream()
          .filter(path -> !ConfigNames.isConfig(path) && !path.equals("iac-guard.yaml"))
          .forEach(path -> templates.add(fixture + "/" + path));
    }
    Set<String> wrongBefore = wrong(all, templates);

    for (String fixture : fixtures().toList()) {
      folder = all.resolve(fixture);
      fix("--write");
    }

    assertThat(wrong(all, templates)).isSubsetOf(wrongBefore);
    assertThat(wrongBefore).as("templates that are wrong already").isEmpty();
  }

  /** Those of the files in which cfn-lint finds an error. */
  private static Set<String> wrong(Path folder, List<String> files) throws IOException {
    List<String> command = new ArrayList<>(List.of("cfn-lint", "--format", "parseable", "--"));
    command.addAll(files);
    Process run =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = run.inputReader()) {
      return lines
          .lines()
          .filter(line -> ERROR.matcher(line).find())
          .map(line -> line.substring(0, line.indexOf(':')))
          .collect(Collectors.toSet());
    }
  }

  private boolean succeeds(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == ExitCode.CLEAN;
    } catch (IOException e) {
      return false;
    }
  }
}
