package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.iacguard.cli.report.Schemas;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** What machines read, written for all fixtures together and held against the schemas. */
class AllFixturesTest {
  private static final Path ROOT = Path.of(System.getProperty("iacguard.root"));

  @TempDir static Path folder;

  @BeforeAll
  static void writeEverything() {
    List<String> check = new ArrayList<>(List.of("check", "fixtures", "--quiet"));
    for (String format :
        List.of("json", "sarif", "junit", "github", "gitlab", "markdown", "csv", "html")) {
      check.add("--format=" + format + "=" + folder.resolve("check." + format));
    }
    Cli.Run run = Cli.in(ROOT).run(check.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(3);
    List<String> stages = new ArrayList<>(List.of("stages", "fixtures", "--quiet"));
    for (String format : List.of("json", "csv", "markdown", "html")) {
      stages.add("--format=" + format + "=" + folder.resolve("stages." + format));
    }
    assertThat(Cli.in(ROOT).run(stages.toArray(String[]::new)).code()).isEqualTo(3);
  }

  @Test
  void ourOwn() throws IOException {
    Schemas.CHECK.accepts(written("check.json"));
    Schemas.STAGES.accepts(written("stages.json"));
  }

  /** The schema can only refuse words that occur; these are literals of the code. */
  @ParameterizedTest
  @CsvSource({
    "kind, declared deployment quick-create sam sam-extra sam-implicit log-group firehose invalid",
    "status, yes no conditional unknown declared none-declared not-required",
    "retention, days never unknown external",
  })
  void everyWordOfAStageOccurs(String member, String words) throws IOException {
    assertThat(matches("\"" + member + "\":\"([^\"]*)\"", written("stages.json")))
        .contains(words.split(" "));
  }

  @Test
  void sarif() throws IOException {
    String sarif = written("check.sarif");

    Schemas.SARIF.accepts(sarif);
    Schemas.SARIF.refuses(sarif.replace("\"ruleIndex\":", "\"ruleNumber\":"));
    assertThat(matches("\"uri\":\"([^\"]*)\"", sarif))
        .hasSizeGreaterThan(500)
        .allMatch(uri -> uri.startsWith("fixtures/"));
    assertThat(matches("\"startLine\":([0-9]+)", sarif)).isNotEmpty().doesNotContain("0");
    assertThat(sarif).contains("\"codeFlows\":", "\"relatedLocations\":[{", "\"kind\":\"open\"");
    assertUnique(matches("\"iacGuardFinding/v1\":\"([^\"]*)\"", sarif));
  }

  @Test
  void junit() throws IOException, SAXException {
    String junit = written("check.junit");

    junitSchema().newValidator().validate(new StreamSource(new StringReader(junit)));
    String bad = junit.replaceFirst(" time=\"0\"", "");
    assertThatThrownBy(
            () -> junitSchema().newValidator().validate(new StreamSource(new StringReader(bad))))
        .isInstanceOf(SAXException.class);
    assertThat(junit).contains("<failure ", "<error ", "<skipped ");
  }

  @Test
  void gitlab() throws IOException {
    String gitlab = written("check.gitlab");

    Schemas.GITLAB.accepts(gitlab);
    Schemas.GITLAB.refuses(gitlab.replace("\"severity\":\"major\"", "\"severity\":\"error\""));
    assertUnique(matches("\"fingerprint\":\"([^\"]*)\"", gitlab));
  }

  /** GitHub shows ten of each kind. */
  @Test
  void github() throws IOException {
    List<String> lines = written("check.github").lines().toList();

    for (String level : List.of("error", "warning", "notice")) {
      assertThat(lines.stream().filter(line -> line.startsWith("::" + level + " ")))
          .hasSizeBetween(1, 10)
          .allMatch(
              line ->
                  line.matches(
                      "::[a-z]+ file=fixtures/[^:,]+,line=[1-9]\\d*,endLine=[1-9]\\d*"
                          + "(,col=[1-9]\\d*,endColumn=[1-9]\\d*)?,title=[^:,]+::.*"));
    }
    assertThat(lines).filteredOn(line -> line.startsWith("suppressed[")).hasSize(10);
    assertThat(lines)
        .anyMatch(line -> line.matches("and \\d+ more that are suppressed"))
        .anyMatch(line -> line.matches("\\d+ more: \\d+ errors, \\d+ warnings, .*"))
        .last(STRING)
        .contains(" stages: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check.csv", "stages.csv"})
  void csv(String file) throws IOException {
    String csv = written(file);

    List<String> records = matches("((?:\"(?:[^\"]|\"\")*\"|[^\"\r\n])*)\r\n", csv);
    assertThat(String.join("\r\n", records) + "\r\n").isEqualTo(csv);
    long columns = columns(records.get(0));
    assertThat(records).hasSizeGreaterThan(100).allMatch(record -> columns(record) == columns);
  }

  @Test
  void commentsFit() throws IOException {
    assertThat(written("check.markdown").length()).isBetween(10_000, 65_536);
    assertThat(written("check.markdown"))
        .startsWith("<!-- iac-guard -->\n## iac-guard\n")
        .containsPattern("\nNot analysed: \\d+ places\\.\n")
        .containsPattern("\nNot shown: \\d+ errors, \\d+ warnings, \\d+ notes, ");
  }

  private static long columns(String record) {
    return record.replaceAll("\"(?:[^\"]|\"\")*\"", "").chars().filter(c -> c == ',').count();
  }

  private static Schema junitSchema() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(AllFixturesTest.class.getResource("report/junit.xsd"));
  }

  private static void assertUnique(List<String> words) {
    assertThat(words).isNotEmpty();
    assertThat(new HashSet<>(words)).hasSameSizeAs(words);
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
