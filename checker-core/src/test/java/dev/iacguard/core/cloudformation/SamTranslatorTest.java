package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what is made of SAM templates against what the real translator makes of them. */
class SamTranslatorTest {
  private static final List<String> TYPES =
      List.of(
          "AWS::ApiGateway::RestApi",
          "AWS::ApiGateway::Deployment",
          "AWS::ApiGateway::Stage",
          "AWS::ApiGatewayV2::Api",
          "AWS::ApiGatewayV2::Stage");

  static Stream<String> templates() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder().resolve("templates"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void makesTheResourcesOfTheTranslator(String name) throws IOException, URISyntaxException {
    Stack ours = load("template.yaml", folder().resolve("templates/" + name + ".yaml"));
    Stack theirs = load("template.json", folder().resolve("translated/" + name + ".json"));
    assertThat(ours.problems()).isEmpty();
    assertThat(summary(ours)).isEqualTo(summary(theirs));
  }

  @Test
  void theStoredTranslationsAreTheTranslators(@TempDir Path out)
      throws IOException, InterruptedException, URISyntaxException {
    assumeTrue(hasTranslator(), "python3 with aws-sam-translator 1.110.0 is not installed");
    Process run =
        new ProcessBuilder("python3", folder().resolve("translate.py").toString(), out.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).isZero();
    for (String name : templates().toList()) {
      assertThat(out.resolve(name + ".json"))
          .hasSameTextualContentAs(folder().resolve("translated/" + name + ".json"));
    }
  }

  private static boolean hasTranslator() throws InterruptedException {
    String check = "import samtranslator, sys; sys.exit(samtranslator.__version__ != '1.110.0')";
    try {
      Process run = new ProcessBuilder("python3", "-c", check).start();
      return run.waitFor(1, TimeUnit.MINUTES) && run.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(SamTranslatorTest.class.getResource("/cloudformation/sam")).toURI());
  }

  private static Stack load(String name, Path file) throws IOException {
    return Templates.only(new MemoryTree().with(name, Files.readString(file)));
  }

  /** Address, type, existence and properties of all that has to do with stages. */
  private static Map<String, String> summary(Stack stack) {
    Map<String, String> summary = new TreeMap<>();
    for (String type : TYPES) {
      for (Resource resource : stack.resources(type)) {
        StringBuilder text = new StringBuilder(type);
        resource.exists().forEach(each -> text.append(" if ").append(Show.spelledOut(each)));
        if (!type.endsWith("Api")) {
          text.append(properties(resource));
        }
        summary.put(resource.address().toString(), text.toString());
      }
    }
    return summary;
  }

  private static String properties(Resource resource) {
    StringBuilder text = new StringBuilder();
    resource.attributes().names().stream()
        .sorted(Comparator.naturalOrder())
        .filter(name -> !Show.value(resource.get(name)).equals("null"))
        .forEach(
            name ->
                text.append("\n  ")
                    .append(name)
                    .append(" = ")
                    .append(Show.value(resource.get(name))));
    return text.toString();
  }
}
