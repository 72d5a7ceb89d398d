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
  private static final Pattern COMMAND =
      Pattern.compile(
          "##[A-Za-z]*\\[|(?im)^[\\s\\p{Z}]*::(?!(error|warning|notice) file=[^:,]*,line=\\d)"
              + "|(?i)section_(start|end):");
  private static final Pattern OWN_STYLE =
      Pattern.compile("\u001B\\[[0-9;]*m|\u001B\\]8;;(file://[^\u001B]*)?\u001B\\\\");

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
    isHarmless(format.equals("json") ? run.out().replace("section_", "") : run.out());
    isHarmless(run.err());
  }

  @Test
  void aTerminalGetsOnlyOurStyles() {
    Cli terminal = Cli.in(folder).onTerminal().with("TERM", "xterm-256color").with("COLUMNS", "40");

    for (String command : List.of("check --verbose", "stages", "explain X1", "test-rules")) {
      Cli.Run run = terminal.run(command.split(" "));

      isHarmless(OWN_STYLE.matcher(run.out()).replaceAll(""));
      isHarmless(run.err());
    }
  }

  @Test
  void messagesOnWrongUsageAreHarmless() {
    for (String payload : Payloads.ALL) {
      String name = payload.replace("\0", "");
      for (String option : List.of("--config=", "--var=", "--baseline=", "--format=", "--x")) {
        Cli.Run run = Cli.in(folder).run("check", option + name);

        isHarmless(run.err());
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
    texts.forEach(HostileReportsTest::isHarmless);
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
        isHarmless(attributes.item(j).getNodeValue());
      }
      isHarmless(element.getTextContent());
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

  private static void isHarmless(String text) {
    assertThat(COMMAND.matcher(text).results().map(found -> around(text, found.start())))
        .as("commands")
        .isEmpty();
    assertThat(
            text.codePoints()
                .filter(c -> c != '\n' && c != '\t' && c != '\r' && isHidden(c))
                .mapToObj(Integer::toHexString)
                .distinct())
        .as("control, direction and invisible characters")
        .isEmpty();
    assertThat(text.replace("\r\n", "")).doesNotContain("\r");
  }

  private static boolean isHidden(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || "\u034F\u3164\uFFA0\u2800\u115F\u1160\uFE0F".indexOf(codePoint) >= 0
        || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
  }
}
