package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.report.Schemas;
import dev.iacguard.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What reports suggest: each is applied by itself and judged. */
class SuggestionsTest {
  private static final Path FIXTURES =
      Path.of(System.getProperty("iacguard.root", "..")).resolve("fixtures/fix");

  private static final String STAGE =
      """
      resource "aws_apigatewayv2_api" "x" {
        name          = "x"
        protocol_type = "HTTP"
      }

      resource "aws_apigatewayv2_stage" "x" {
        api_id = aws_apigatewayv2_api.x.id
        name   = "a"

        access_log_settings {
          destination_arn = aws_cloudwatch_log_group.a.arn
          format          = "$context.requestId"
        }
      }
      """;

  @TempDir Path folder;

  /** Paths start from the root of a repository. */
  @BeforeEach
  void beRepository() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  static Stream<String> fixtures() throws IOException {
    return FixFixturesTest.fixtures();
  }

  private Cli.Run check(String... more) {
    String[] all = new String[more.length + 2];
    System.arraycopy(new String[] {"check", "."}, 0, all, 0, 2);
    System.arraycopy(more, 0, all, 2, more.length);
    return Cli.in(folder).run(all);
  }

  private String suggest(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--set", "Owner=orders", "--set", "CostCenter=1234"));
    Cli.Run run = check(all.toArray(String[]::new));
    assertThat(run.err()).doesNotContain("not tried");
    return run.out();
  }

  private static JsonNode parsed(String json) {
    return new ObjectMapper().readTree(json);
  }

  private static Iterable<JsonNode> results(String sarif) {
    return parsed(sarif).get("runs").get(0).get("results");
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

  private void copy(String fixture) throws IOException {
    Path from = FIXTURES.resolve(fixture);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Files.delete(folder.resolve("expected.diff"));
  }

  private void write(Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
  }

  /** The files with the first fix of a result. */
  private static Map<String, String> applied(JsonNode result, Map<String, String> texts) {
    Map<String, String> after = new TreeMap<>(texts);
    for (JsonNode change : result.get("fixes").get(0).get("artifactChanges")) {
      String path = change.get("artifactLocation").get("uri").asString();
      SourceFile file = new SourceFile(path, String.valueOf(texts.get(path)));
      StringBuilder text = new StringBuilder();
      int at = 0;
      for (JsonNode replacement : change.get("replacements")) {
        JsonNode region = replacement.get("deletedRegion");
        int start = offset(file, region.get("startLine"), region.get("startColumn"));
        text.append(file.text(), at, start);
        text.append(replacement.get("insertedContent").get("text").asString());
        at = offset(file, region.get("endLine"), region.get("endColumn"));
        assertThat(at).isGreaterThanOrEqualTo(start);
      }
      after.put(path, text.append(file.text().substring(at)).toString());
    }
    return after;
  }

  private static int offset(SourceFile file, JsonNode line, JsonNode column) {
    return file.lineSpan(line.asInt()).start() + column.asInt() - 1;
  }

  private static String said(JsonNode result) {
    return result.get("ruleId").asString()
        + result.get("properties").get("stack").asString()
        + result.get("properties").get("resource").asString()
        + result.get("message").get("text").asString();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void eachFixBringsWhatItIsFor(String fixture) throws IOException {
    copy(fixture);
    Map<String, String> texts = texts();
    String sarif = suggest("--format", "sarif", "--suggest");
    Schemas.SARIF.accepts(sarif);
    Set<String> errors = errors(sarif);
    int fixes = 0;
    for (JsonNode result : results(sarif)) {
      if (result.has("fixes")) {
        fixes++;
        write(applied(result, texts));

        String after = check("--format", "sarif").out();

        for (JsonNode left : results(after)) {
          assertThat(said(left)).isNotEqualTo(said(result));
        }
        assertThat(errors).as(said(result)).containsAll(errors(after));
      }
    }
    assertThat(fixes).isPositive();
  }

  /** What is an error, without what a fix for it may change. */
  private static Set<String> errors(String sarif) {
    Set<String> errors = new HashSet<>();
    for (JsonNode result : results(sarif)) {
      if (result.get("level").asString().equals("error")) {
        errors.add(
            result.get("ruleId").asString() + result.get("properties").get("stack").asString());
      }
    }
    return errors;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void reviewdogGetsTheSame(String fixture) throws IOException {
    copy(fixture);
    Map<String, String> texts = texts();
    List<Map<String, String>> fixed = new ArrayList<>();
    results(suggest("--format", "sarif", "--suggest"))
        .forEach(
            result -> {
              if (result.has("fixes")) {
                fixed.add(applied(result, texts));
              }
            });

    String report = suggest("--format", "suggestions");

    Schemas.RDJSON.accepts(report);
    Schemas.RDJSON.refuses(report.replace("\"path\":", "\"file\":"));
    for (JsonNode diagnostic : parsed(report).get("diagnostics")) {
      if (diagnostic.has("suggestions")) {
        String path = diagnostic.get("location").get("path").asString();
        Map<String, String> after = new TreeMap<>(texts);
        after.put(path, replaced(String.valueOf(texts.get(path)), diagnostic.get("suggestions")));
        assertThat(fixed).contains(after);
      }
    }
  }

  private static String replaced(String text, JsonNode suggestions) {
    assertThat(suggestions).hasSize(1);
    JsonNode range = suggestions.get(0).get("range");
    SourceFile file = new SourceFile("", text);
    int start = file.lineSpan(range.get("start").get("line").asInt()).start();
    int end = file.lineSpan(range.get("end").get("line").asInt()).end();
    return text.substring(0, start)
        + suggestions.get(0).get("text").asString()
        + text.substring(end);
  }

  /** In one object of one line each of them adds the same new key. */
  @Test
  void suggestionsThatClashAreJudgedOneAfterTheOther() throws IOException {
    String stages =
        IntStream.range(0, 12)
            .mapToObj(
                """
                "s%1$d": {"api_id": "${aws_apigatewayv2_api.x.id}", "name": "s%1$d"}"""
                    ::formatted)
            .collect(Collectors.joining(", "));
    Files.writeString(
        folder.resolve("main.tf.json"),
        """
        {"resource": {"aws_apigatewayv2_api": {"x": {"name": "x", "protocol_type": "HTTP"}}, \
        "aws_apigatewayv2_stage": {STAGES}}}
        """
            .replace("STAGES", stages));

    JsonNode logs = parsed(suggest("--format", "sarif", "--suggest"));

    assertThat(logs.get("runs").get(0).get("results"))
        .filteredOn(result -> result.get("ruleId").asString().equals("IG101"))
        .hasSize(12)
        .allMatch(result -> result.has("fixes"));
  }

  @Test
  void nothingIsSuggestedUnlessAsked() throws IOException {
    copy("formats");

    assertThat(check("--format", "sarif").out()).doesNotContain("\"fixes\"");
    assertThat(check("--format", "sarif", "--suggest").out()).contains("\"fixes\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--suggest --format text,                 --suggest needs --format sarif",
    "--set Owner=a,                           --set needs --suggest or --format suggestions",
    "--set Onwer=a --format suggestions,      there is no such tag in the policy",
  })
  void refusesWhatHasNoEffect(String options, String message) throws IOException {
    copy("formats");

    Cli.Run run = check(options.split(" "));

    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  /** Lines of the code go to other programs only as they are, and only when they are harmless. */
  @Test
  void aLineThatCouldCommandSomethingIsNotPassedOn() throws IOException {
    String group =
        """
        resource "aws_cloudwatch_log_group" "a" {
          name              = "a"
          retention_in_days = 0 # %s
        }
        """;
    Files.writeString(folder.resolve("main.tf"), group.formatted("harmless") + STAGE);

    JsonNode harmless = retention(suggest("--format", "suggestions"));
    Files.writeString(folder.resolve("main.tf"), group.formatted("##vso[x]") + STAGE);
    String report = suggest("--format", "suggestions");

    assertThat(harmless.get("suggestions").get(0).get("text").asString())
        .isEqualTo("  retention_in_days = 365 # harmless");
    assertThat(retention(report).has("suggestions")).isFalse();
    assertThat(retention(report).get("message").asString()).contains("'iac-guard fix' changes it");
    Harmless.require(report);
  }

  private static JsonNode retention(String report) {
    for (JsonNode diagnostic : parsed(report).get("diagnostics")) {
      if (diagnostic.get("code").get("value").asString().equals("IG201")) {
        return diagnostic;
      }
    }
    throw new AssertionError(report);
  }
}
