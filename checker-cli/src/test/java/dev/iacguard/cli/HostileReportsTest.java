package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reports on a repository of {@link Payloads} command nobody, in every form. */
class HostileReportsTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writeRepository() throws IOException {
    Payloads.write(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "check,  text",
    "check,  json",
    "check,  sarif",
    "check,  junit",
    "check,  github",
    "check,  gitlab",
    "check,  markdown",
    "check,  csv",
    "check,  html",
    "stages, text",
    "stages, json",
    "stages, csv",
    "stages, markdown",
    "stages, html",
    "config, text",
    "config, json",
    "rules,  text",
    "rules,  json",
    "rules,  markdown",
  })
  void holdNoCommandAndNothingThatHides(String command, String format) {
    Cli.Run run = Cli.in(folder).run(command, "--format", format);

    assertThat(run.out()).as(run.err()).isNotEmpty();
    Harmless.require(format.equals("json") ? run.out().replace("section_", "") : run.out());
    Harmless.require(run.err());
  }

  @Test
  void aTerminalGetsOnlyOurStyles() {
    Cli terminal = Cli.in(folder).onTerminal().with("TERM", "xterm-256color").with("COLUMNS", "40");

    for (String command : List.of("check --verbose", "stages", "explain X1", "test-rules")) {
      Cli.Run run = terminal.run(command.split(" "));

      Harmless.require(Harmless.withoutOwnStyles(run.out()));
      // A run of more than a second shows its progress.
      Harmless.require(Harmless.withoutOwnStyles(run.err()));
    }
  }

  @Test
  void messagesOnWrongUsageAreHarmless() {
    for (String payload : Payloads.ALL) {
      String name = payload.replace("\0", "");
      for (String option : List.of("--config=", "--var=", "--baseline=", "--format=", "--x")) {
        Cli.Run run = Cli.in(folder).run("check", option + name);

        Harmless.require(run.err());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"sarif", "gitlab"})
  void textsInJsonAreHarmlessWhenRead(String format) {
    JsonNode report =
        new ObjectMapper().readTree(Cli.in(folder).run("check", "--format", format).out());

    List<String> texts = new ArrayList<>();
    collect(report, texts);
    assertThat(texts).hasSizeGreaterThan(Payloads.ALL.size());
    texts.forEach(Harmless::require);
  }

  @Test
  void textsInXmlAreHarmlessWhenRead() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new InputSource(
                    new StringReader(Cli.in(folder).run("check", "--format", "junit").out())));

    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Node element = elements.item(i);
      NamedNodeMap attributes = element.getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        Harmless.require(attributes.item(j).getNodeValue());
      }
      Harmless.require(element.getTextContent());
    }
  }

  @Test
  void urisDecodeToThePath() {
    String sarif = Cli.in(folder).run("check", "--format", "sarif").out();

    assertThat(Pattern.compile("\"uri\":\"([^\"]*)\"").matcher(sarif).results())
        .extracting(uri -> URI.create(uri.group(1)).getPath())
        .contains("a\n::error file=a::owned/a\n::error file=a::owned.tf");
  }

  @Test
  void exactReportsAreExact() {
    JsonNode report =
        new ObjectMapper().readTree(Cli.in(folder).run("stages", "--format", "json").out());

    List<String> texts = new ArrayList<>();
    report.get("stages").forEach(stage -> texts.add(stage.get("stageName").stringValue()));
    assertThat(texts).containsAll(Payloads.ALL.stream().filter(text -> !text.isEmpty()).toList());
  }

  @Test
  void messagesOfSarifHaveNeitherLinksNorPlaceholders() {
    JsonNode report =
        new ObjectMapper().readTree(Cli.in(folder).run("check", "--format", "sarif").out());

    List<String> messages = new ArrayList<>();
    report
        .findValues("message")
        .forEach(message -> messages.add(message.path("text").asString("")));
    assertThat(messages)
        .anyMatch(message -> message.contains("\\[x\\](http:"))
        .anyMatch(message -> message.contains("{{0}}"))
        .noneMatch(message -> message.matches("(?s).*(?<!\\\\)\\[[^\\[\\]\\\\]*\\]\\(.*"))
        .noneMatch(message -> message.matches("(?s).*(?<!\\{)\\{\\d+\\}.*"));
  }

  @Test
  void markdownHoldsNoMarkupOfOthers() {
    for (String command : List.of("check", "stages", "rules")) {
      String markdown = Cli.in(folder).run(command, "--format", "markdown").out();
      String html =
          HtmlRenderer.builder()
              .extensions(List.of(TablesExtension.create()))
              .build()
              .render(
                  Parser.builder()
                      .extensions(List.of(TablesExtension.create()))
                      .build()
                      .parse(markdown));

      assertThat(html)
          .contains("alert(1)")
          .doesNotContain("<script", "<img", "<a ", "<del>", "<em>");
      assertThat(html.replaceAll("<code>[^<]*</code>", "")).doesNotContain("@team");
      assertThat(markdown).doesNotContain("http://", "www.", "GH-1", "\n::");
    }
  }

  @Test
  void pagesHoldNoMarkupOfOthers() {
    for (String command : List.of("check", "stages")) {
      String html = Cli.in(folder).run(command, "--format", "html").out();

      assertThat(Pattern.compile("<script").matcher(html).results()).hasSize(1);
      assertThat(html).contains("alert(1)").doesNotContain("<img", "href=\"javascript", "&xxe;");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "stages"})
  void spreadsheetsSeeNoFormula(String command) {
    String csv = Cli.in(folder).run(command, "--format", "csv").out();

    List<String> cells = new ArrayList<>();
    Pattern.compile("(?:^|,|\n)(\"(?:[^\"]|\"\")*\"|[^,\r\n]*)")
        .matcher(csv)
        .results()
        .forEach(cell -> cells.add(cell.group(1).replaceAll("^\"|\"$", "")));
    assertThat(cells)
        .hasSizeGreaterThan(Payloads.ALL.size())
        .noneMatch(
            cell -> cell.matches("(?s)[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212].*"));
  }

  private static void collect(JsonNode node, List<String> texts) {
    if (node.isString()) {
      texts.add(node.stringValue());
    }
    node.forEach(child -> collect(child, texts));
  }
}
