package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Names of files and values that would mean something in a report stay what they are: text. */
class HostileNamesTest {
  private static final String EVIL =
      "a b'\n::error::owned%0A|<script>alert(1)<&script>`x` ![i](http:) @team #1 $x$ \u0001\u202E ü名";
  private static final String IN_CODE =
      "::error::owned\\n|</code><script>alert(1)</script>`x` ![i](http://evil.example) @team www.x.org";

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Path stack = Files.createDirectories(folder.resolve(EVIL));
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(
        stack.resolve("=" + EVIL + ".tf"),
        """
        resource "aws_api_gateway_stage" "live" {
          for_each   = toset(["%s"])
          stage_name = each.key
          tags       = { "%s" = "x" }
        }
        resource "aws_api_gateway_stage" "half" {
        """
            .formatted(IN_CODE, IN_CODE));
    Files.writeString(
        stack.resolve("main.tf"),
        """
        resource "aws_api_gateway_stage" "live" {
          for_each   = toset(["%s"])
          stage_name = each.key
        }
        """
            .formatted(IN_CODE));
  }

  @Test
  void workflowCommandsAreOurs() {
    String out = run("check", "github");

    assertThat(out.lines())
        .allMatch(
            line -> line.matches("::(error|warning|notice) file=[^:,]*,line=.*|\\d+ .*"),
            "a command of ours or a line of ours");
    assertThat(out).contains("%0A%3A%3Aerror%3A%3Aowned%250A");
  }

  @Test
  void markdownHoldsNoMarkupOfOthers() {
    for (String command : List.of("check", "stages")) {
      String markdown = run(command, "markdown");
      String html =
          HtmlRenderer.builder()
              .extensions(List.of(TablesExtension.create()))
              .build()
              .render(
                  Parser.builder()
                      .extensions(List.of(TablesExtension.create()))
                      .build()
                      .parse(markdown));

      assertThat(html).contains("alert(1)").doesNotContain("<script", "<img", "<a ");
      // GitHub tells nobody who is named in code.
      assertThat(html.replaceAll("<code>[^<]*</code>", "")).doesNotContain("@team");
      assertThat(markdown).doesNotContain("http://", "www.", "\n::");
    }
  }

  @Test
  void pagesHoldNoMarkupOfOthers() {
    String html = run("check", "html");

    assertThat(Pattern.compile("<script").matcher(html).results()).hasSize(1);
    assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<img", "\u202E", "\u0001");
  }

  @Test
  void xmlIsWellFormed() throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run("check", "junit"))));

    Element error = (Element) document.getElementsByTagName("error").item(0);
    Element test = (Element) error.getParentNode();
    assertThat(test.getAttribute("classname"))
        .isEqualTo(
            EVIL.replace('\u0001', '\uFFFD') + "/=" + EVIL.replace('\u0001', '\uFFFD') + ".tf");
  }

  @Test
  void urisDecodeToThePath() {
    String sarif = run("check", "sarif");

    assertThat(Pattern.compile("\"uri\":\"([^\"]*)\"").matcher(sarif).results())
        .isNotEmpty()
        .allMatch(uri -> URI.create(uri.group(1)).getPath().startsWith(EVIL + "/"));
  }

  @Test
  void spreadsheetsSeeNoFormula() {
    assertThat(run("stages", "csv").lines()).noneMatch(line -> line.matches("(.*,)?\"?=.*"));
  }

  private String run(String command, String format) {
    Cli.Run run = Cli.in(folder).run(command, "--format", format);
    assertThat(run.code()).as(run.err()).isEqualTo(3);
    return run.out();
  }
}
