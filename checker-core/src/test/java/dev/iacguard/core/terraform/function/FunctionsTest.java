package dev.iacguard.core.terraform.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function of Terraform has one complete entry and a row in a table of expressions. */
class FunctionsTest {
  private static final Path TABLES =
      Path.of(System.getProperty("iacguard.root"))
          .resolve("checker-core/src/test/resources/terraform");

  /** These decide for themselves which of their arguments are evaluated. */
  private static final Set<String> SPECIAL_FORMS = Set.of("can", "try");

  /**
   * Their result changes with time or chance, or is not computed. The first argument of {@code
   * templatestring} has to be a reference, which a table of expressions has none of.
   */
  private static final Set<String> WITHOUT_ROW =
      Set.of(
          "base64gzip",
          "bcrypt",
          "plantimestamp",
          "rsadecrypt",
          "templatestring",
          "timestamp",
          "uuid");

  private static final Map<Character, String> TYPES =
      Map.of(
          't', "string",
          'n', "number",
          'l', "list(string)",
          'b', "list(bool)",
          'm', "map(list(string))",
          'L', "list(any)",
          'S', "set(any)",
          'v', "any",
          'w', "any");

  static Stream<String> functions() throws IOException {
    return Files.readAllLines(TABLES.resolve("functions.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .filter(line -> !SPECIAL_FORMS.contains(name(line)));
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf('('));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void hasAnEntryWithTheParametersThatTerraformLists(String line) {
    TerraformFunction function = Functions.named(name(line));
    assertThat(function).as("an entry in Functions").isNotNull();
    String parameters = Objects.requireNonNull(function).parameters();
    boolean repeated = parameters.endsWith("*");
    List<String> types =
        parameters
            .replace("*", "")
            .chars()
            .mapToObj(letter -> TYPES.get((char) letter))
            .collect(Collectors.toList());
    if (repeated) {
      types.set(types.size() - 1, types.getLast() + "...");
    }
    assertThat(name(line) + "(" + String.join(", ", types) + ")")
        .as("the letters of the entry in Functions, which TerraformFunction explains")
        .isEqualTo(line);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void hasARowInATableOfExpressions(String line) throws IOException {
    if (!WITHOUT_ROW.contains(name(line))) {
      Pattern call = Pattern.compile("\\b" + name(line) + "\\(");
      assertThat(Arrays.asList("expressions.txt", "unknowns.txt"))
          .as("a row that calls %s, in one of the tables in %s", name(line), TABLES)
          .anyMatch(table -> call.matcher(text(table)).find());
    }
  }

  private static String text(String table) {
    try {
      return Files.readString(TABLES.resolve(table));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
