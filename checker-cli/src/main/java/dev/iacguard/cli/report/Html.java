package dev.iacguard.cli.report;

/** Pieces of HTML. */
final class Html {
  private Html() {}

  /** Foreign text as text, on one line and without what could reorder or hide what is read. */
  static String text(String text) {
    return Xml.escaped(Printable.line(text));
  }

  /** An element with foreign text in it. */
  static String element(String name, String cssClass, String text) {
    String attribute = cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"";
    return "<" + name + attribute + ">" + text(text) + "</" + name + ">";
  }
}
