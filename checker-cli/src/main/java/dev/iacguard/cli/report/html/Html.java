package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.Xml;
import java.util.regex.Pattern;

/** Escapes and writes pieces of HTML. */
final class Html {
  private static final Pattern PART =
      Pattern.compile(
          "(?<=[\\w)\\]])(?:[/_-]|\\.(?!(?:tf|tofu|json|ya?ml|template)\\b)|:(?!\\d))(?=\\w)");

  private Html() {}

  /** Foreign text as text, on one line and without what could reorder or hide what is read. */
  static String text(String text) {
    return Xml.escaped(Printable.line(text));
  }

  /**
   * Foreign text, such as a path, that may be broken behind the signs that part it, but not in
   * front of a file's ending.
   */
  static String parted(String text) {
    return PART.matcher(text(text)).replaceAll("$0<wbr>");
  }

  /** An element with foreign text in it. */
  static String element(String name, String cssClass, String text) {
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return "<" + name + attribute + ">" + text(text) + "</" + name + ">";
  }
}
