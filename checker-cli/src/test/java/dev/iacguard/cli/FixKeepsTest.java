package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code fix} deletes nothing: what was written is there afterwards, save replaced values. */
class FixKeepsTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("iacguard.root", "..")).resolve("fixtures/fix");

  /** Strings and plain values of YAML, numbers and truth values may be replaced by others. */
  private static final Pattern VALUE =
      Pattern.compile(
          "\"(?:[^\"\\\\\\n]|\\\\.)*\"|'[^'\\n]*'|(?<=[:-] )[$\\w][^\\n,}\\]#]*"
              + "|\\b\\d+\\b|\\btrue\\b|\\bfalse\\b");

  private static final Pattern TOKEN = Pattern.compile("[\\w:-]+|[^\\w\\s]");

  /** Where a value without quotes is replaced: a reference to a name by one to an ARN. */
  private static final Set<String> REPLACES =
      Set.of("broken-formats", "broken-formats-template", "destinations", "destinations-template");

  @TempDir Path folder;

  static Stream<String> fixtures() throws IOException {
    try (Stream<Path> folders = Files.list(FIXTURES)) {
      return folders
          .map(path -> path.getFileName().toString())
          .filter(name -> !REPLACES.contains(name))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void theOldTextIsASubsequenceOfTheNew(String fixture) throws IOException {
    Path from = FIXTURES.resolve(fixture);
    List<Path> paths;
    try (Stream<Path> files = Files.walk(from)) {
      paths =
          files
              .filter(Files::isRegularFile)
              .filter(path -> !path.endsWith("expected.diff"))
              .map(from::relativize)
              .toList();
    }
    for (Path path : paths) {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.copy(from.resolve(path), folder.resolve(path));
    }

    Cli.in(folder)
        .run("fix", ".", "--root", ".", "--write", "--set", "Owner=a", "--set", "CostCenter=1");

    for (Path path : paths) {
      List<String> left = tokens(Files.readString(from.resolve(path)));
      for (String token : tokens(Files.readString(folder.resolve(path)))) {
        if (!left.isEmpty() && left.getFirst().equals(token)) {
          left.removeFirst();
        }
      }
      assertThat(left.stream().limit(3)).as("what is gone of " + path).isEmpty();
    }
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    TOKEN.matcher(VALUE.matcher(text).replaceAll("")).results().forEach(m -> tokens.add(m.group()));
    return tokens;
  }
}
