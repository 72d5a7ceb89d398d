package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.command.CommandTree;
import dev.iacguard.cli.environment.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of report of one small example, to the byte. With {@code -Diacguard.write} they are
 * regenerated; read what changed before you commit them.
 */
class GoldenTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("iacguard.root"), "checker-cli/src/test/golden");

  @TempDir Path folder;
  @TempDir Path inputs;

  /** Paths are to start from a repository, whatever the sources of this project lie in. */
  @BeforeEach
  void copyExample() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    copyAll(GOLDEN.resolve("code"), folder);
  }

  /** Reports of the example, a history that knows an earlier day, a sample of a log. */
  private Path inputs() throws IOException {
    copyAll(GOLDEN.resolve("input"), inputs);
    Path reports = Files.createDirectory(inputs.resolve("reports"));
    for (String report : List.of("stages.json", "check.json")) {
      Files.copy(GOLDEN.resolve("reports").resolve(report), reports.resolve(report));
    }
    return inputs;
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
    }
  }

  /** What a command needs beside its format; reports of other commands are the input of merge. */
  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "merge",
          List.of("reports/stages.json", "reports/check.json", "--history", "history.ndjson"),
          "logs",
          List.of("sample.ndjson"));

  /** Every command that has a format, with each of its formats. */
  static List<Arguments> formats() {
    List<Arguments> formats = new ArrayList<>();
    CommandTree.formats()
        .forEach(
            (command, words) ->
                words.forEach(format -> formats.add(Arguments.of(command, format))));
    return formats;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void isAsItWas(String command, String format) throws IOException {
    Path expected = GOLDEN.resolve("reports").resolve(command + "." + format);

    List<String> arguments = new ArrayList<>(List.of(command, "--format", format));
    arguments.addAll(ARGUMENTS.getOrDefault(command, List.of()));
    Path where = ARGUMENTS.containsKey(command) ? inputs() : folder;
    String report = lasting(Cli.in(where).run(arguments.toArray(String[]::new)).out());

    if (System.getProperty("iacguard.write") != null) {
      Files.writeString(expected, report);
    }
    String how = expected + ": run this test with -Diacguard.write and read what changed";
    assertThat(expected).as(how).exists();
    assertThat(report).as(how).isEqualTo(Files.readString(expected));
  }

  @Test
  void everyGoldenFileIsOfAFormat() {
    List<String> known = new ArrayList<>();
    CommandTree.formats()
        .forEach((command, words) -> words.forEach(format -> known.add(command + "." + format)));

    assertThat(GOLDEN.resolve("reports").toFile().list())
        .as("golden files: one for each format of a command, and no other")
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void theDocsHaveARowForEachFormat() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(System.getProperty("iacguard.root"), "docs/reports.md"));
    List<String> commands = List.copyOf(CommandTree.formats().keySet());

    assertThat(lines).contains("| format | " + String.join(" | ", commands) + " | what for |");
    CommandTree.formats().values().stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(
            format -> {
              String row = "| `" + format + "` |" + cells(format);
              assertThat(lines.stream().filter(line -> line.startsWith(row)))
                  .as("a row in docs/reports.md that starts with: " + row)
                  .hasSize(1);
            });
  }

  private static String cells(String format) {
    StringBuilder cells = new StringBuilder();
    CommandTree.formats()
        .values()
        .forEach(words -> cells.append(words.contains(format) ? " yes |" : " |"));
    return cells.toString();
  }

  /**
   * Without what differs from run to run or is the same in every report: the time it took, the
   * version, the pages of the rules, styles and scripts.
   */
  private static String lasting(String report) {
    return report
        .replaceAll("\\(\\d+\\.\\d\\d s\\)", "(0.00 s)")
        .replace(Version.current(), "1.2.3")
        .replaceFirst("\"rules\":\\[.*\\]\\}\\},\"columnKind\"", "\"rules\":[]}},\"columnKind\"")
        .replaceFirst("(?s)<style>.*</style>", "<style></style>")
        .replaceFirst("(?s)<script>.*</script>", "<script></script>")
        .replaceAll("'sha256-[^']*'", "'sha256-'");
  }

  private static void copy(Path file, Path target) {
    try {
      Files.createDirectories(target.resolveSibling("."));
      Files.copy(file, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
