package dev.iacguard.cli.report.html;

import dev.iacguard.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The frame of a self-contained page. It is whole without its script, which only searches and
 * sorts. Its policy lets it load nothing and run nothing else.
 */
final class HtmlPage {
  private HtmlPage() {}

  /** What is inside the body. */
  interface Body {
    void write() throws IOException;
  }

  /**
   * @param title as HTML
   * @param version of this program
   */
  static void write(String title, String version, Writer out, Body body) throws IOException {
    String css = resource("report.css");
    String script = resource("report.js");
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.write("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; ");
    out.write("style-src '" + hash(css) + "'; script-src '" + hash(script) + "'\">\n");
    out.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.write("<link rel=\"icon\" href=\"data:,\">\n");
    out.write("<title>" + title + "</title>\n<style>" + css + "</style>\n</head>\n<body>\n");
    out.write("<a class=\"skip\" href=\"#stages\">Skip to the stages</a>\n");
    body.write();
    out.write("<footer>iac-guard " + Html.text(version) + "</footer>\n");
    out.write("<script>" + script + "</script>\n</body>\n</html>\n");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a content security policy calls an inline style or script. */
  private static String hash(String content) {
    return "sha256-" + Base64.getEncoder().encodeToString(new Sha256().bytes(content));
  }
}
