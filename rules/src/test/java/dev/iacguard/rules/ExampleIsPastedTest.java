package dev.iacguard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.iacguard.core.rule.Example;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.fixtures.Fixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An example can be pasted as it is: its finding is gone, and formatters and linters are content.
 */
class ExampleIsPastedTest {
  private static final List<String> RULES = List.of("IG101", "IG102", "IG104", "IG403");

  /** The rule whose examples are values. */
  private static final String WITH_VALUES = "IG104";

  /** A finding of a fixture that has an example. */
  record Offer(Fixture fixture, Verdict verdict, Example example) {
    Finding finding() {
      return Objects.requireNonNull(verdict.finding());
    }

    String file() {
      return finding().at().path();
    }

    boolean isValue() {
      return verdict.rule().id().equals(WITH_VALUES);
    }

    @Override
    public String toString() {
      return fixture + " " + verdict.rule().id() + " " + verdict.subject().id();
    }
  }

  /** Those of each rule in its own fixtures. */
  static List<Offer> offers() throws IOException {
    List<Offer> offers = new ArrayList<>();
    Path rules = Path.of(System.getProperty("iacguard.root"), "fixtures", "rules");
    for (Fixture fixture : Fixture.under(rules)) {
      String rule = fixture.toString().substring(0, "IG101".length());
      for (Verdict verdict :
          RULES.contains(rule)
              ? HelpIsPastedTest.reported(fixture, fixture.folder())
              : List.<Verdict>of()) {
        Example example = Objects.requireNonNull(verdict.finding()).example();
        if (example != null
            && !example.text().isEmpty()
            && verdict.rule().id().equals(rule)
            && verdict.kind() == Verdict.Kind.FAIL) {
          offers.add(new Offer(fixture, verdict, example));
        }
      }
    }
    return offers;
  }

  @Test
  void examplesAreOfferedInEveryLanguage() throws IOException {
    Set<String> offered =
        offers().stream()
            .map(
                offer ->
                    offer.verdict().rule().id() + ' ' + HelpIsPastedTest.language(offer.file()))
            .collect(Collectors.toSet());
    assertThat(offered)
        .contains("IG101 tf", "IG102 tf", "IG104 tf", "IG403 tf")
        .contains("IG101 yaml", "IG102 yaml", "IG104 yaml", "IG403 yaml")
        .contains("IG101 json", "IG102 json", "IG104 json", "IG403 json");
  }

  @ParameterizedTest
  @MethodSource("offers")
  void theFindingIsGoneWhenItsExampleIsPasted(Offer offer, @TempDir Path folder)
      throws IOException {
    paste(offer, folder);
    assertThat(HelpIsPastedTest.reported(offer.fixture(), folder))
        .filteredOn(verdict -> verdict.rule().equals(offer.verdict().rule()))
        .filteredOn(verdict -> verdict.declared().path().equals(offer.file()))
        .extracting(verdict -> verdict.subject().id())
        .doesNotContain(offer.verdict().subject().id());
  }

  /** Nothing that the example brings is wrong in another way. */
  @ParameterizedTest
  @MethodSource("offers")
  void theLogGroupOfAnExampleHasNoFinding(Offer offer, @TempDir Path folder) throws IOException {
    String name =
        offer.example().beside().contains("_access_logs\"") ? "_access_logs" : "AccessLogs";
    paste(offer, folder);
    assertThat(HelpIsPastedTest.reported(offer.fixture(), folder))
        .filteredOn(verdict -> verdict.subject().id().endsWith(name))
        .filteredOn(verdict -> Set.of("IG201", "IG202", "IG203").contains(verdict.rule().id()))
        .isEmpty();
  }

  private static void paste(Offer offer, Path folder) throws IOException {
    HelpIsPastedTest.copy(offer.fixture().folder(), folder);
    String text = new PastedExample(offer.finding(), offer.example(), offer.isValue()).text();
    Files.writeString(folder.resolve(offer.file()), text);
  }

  @Test
  void terraformFormatsExamplesAsTheyAre(@TempDir Path folder) throws Exception {
    assumeTrue(succeeds(folder, "terraform", "version"), "terraform is not installed");
    int number = 0;
    for (Offer offer : offers()) {
      if (offer.file().endsWith(".tf")) {
        String here = offer.example().here();
        String code =
            offer.isValue()
                ? "format = " + here
                : "resource \"a\" \"b\" {\n  " + here.replace("\n", "\n  ") + "\n}";
        String all =
            Stream.of(here.isEmpty() ? "" : code, offer.example().beside())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
        Files.writeString(folder.resolve(number++ + ".tf"), all.replaceAll("(?m)^ +$", "") + "\n");
      }
    }
    assertThat(number).isGreaterThan(5);
    assertThat(output(folder, "terraform", "fmt", "-diff", "-check")).isEmpty();
  }

  /** The linter objects to much in the fixtures; it may not object to more. */
  @Test
  void cfnLintHasNothingToSayOfExamples(@TempDir Path folder) throws Exception {
    assumeTrue(succeeds(folder, "cfn-lint", "--version"), "cfn-lint is not installed");
    List<Offer> offers = offers().stream().filter(offer -> !offer.file().endsWith(".tf")).toList();
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      String name = i + (offer.file().endsWith(".json") ? ".json" : ".yaml");
      Files.writeString(folder.resolve("before-" + name), offer.finding().at().file().text());
      Files.writeString(
          folder.resolve("after-" + name),
          new PastedExample(offer.finding(), offer.example(), offer.isValue()).text());
    }
    List<String> messages =
        output(folder, "sh", "-c", "cfn-lint --format parseable -- *.yaml *.json || true")
            .lines()
            .toList();
    assertThat(messages).isNotEmpty();
    for (int i = 0; i < offers.size(); i++) {
      String name = i + (offers.get(i).file().endsWith(".json") ? ".json:" : ".yaml:");
      assertThat(rules(messages, "after-" + name))
          .as(offers.get(i).toString())
          .isSubsetOf(rules(messages, "before-" + name));
    }
  }

  /** The rule and message of each line, without its place and the names that it offers. */
  private static Set<String> rules(List<String> messages, String file) {
    return messages.stream()
        .filter(message -> message.startsWith(file))
        .map(message -> message.split(":", 7)[5] + ' ' + message.split(":", 7)[6])
        .map(message -> message.split(" is not one of ", 2)[0])
        .collect(Collectors.toSet());
  }

  private static boolean succeeds(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String output(Path folder, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("TF_CLI_CONFIG_FILE", "/dev/null");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
