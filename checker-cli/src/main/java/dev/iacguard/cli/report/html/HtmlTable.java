package dev.iacguard.cli.report.html;

import dev.iacguard.cli.report.Tally;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Writes a table whose first column is a name and whose other columns are figures. */
final class HtmlTable {
  private final Writer out;
  private final String label;
  private final String id;

  HtmlTable(String label, Writer out) {
    this(label, "", out);
  }

  /**
   * @param id of the rows, for searching; empty for none
   */
  HtmlTable(String label, String id, Writer out) {
    this.label = label;
    this.id = id;
    this.out = out;
  }

  void head(String... words) throws IOException {
    out.write("<div class=\"wide tall\" tabindex=\"0\" role=\"region\" aria-label=\"");
    out.write(Html.text(label) + "\">\n<table class=\"list\"><thead><tr>");
    for (String word : words) {
      out.write("<th scope=\"col\">" + title(word) + "</th>");
    }
    out.write("</tr></thead>\n<tbody" + (id.isEmpty() ? "" : " id=\"" + id + "\"") + ">\n");
  }

  /** A word of our own with a capital letter. */
  static String title(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /**
   * @param kind what the row is searched by; empty for nothing
   */
  void row(String kind, String name, String... figures) throws IOException {
    open(kind, name);
    for (String figure : figures) {
      out.write(Html.element("td", "", figure));
    }
    out.write("</tr>\n");
  }

  /** A row with the figures of a group of stages, and a bar of its parts. */
  void row(String name, String adherence, Tally tally) throws IOException {
    open(
        tally.nonCompliant() > 0 ? "failing" : tally.unknown() > 0 ? "unknown" : "compliant", name);
    out.write("<td>" + adherence + "</td><td class=\"share\">");
    bar(tally);
    out.write("</td><td>" + tally.stages() + "</td><td>" + tally.compliant());
    out.write("</td><td>" + tally.nonCompliant() + "</td><td>" + tally.unknown() + "</td></tr>\n");
  }

  private void open(String kind, String name) throws IOException {
    out.write(kind.isEmpty() ? "<tr>" : "<tr data-kind=\"" + kind + "\">");
    out.write("<th scope=\"row\">" + Html.parted(name) + "</th>");
  }

  private void bar(Tally tally) throws IOException {
    out.write("<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"");
    out.write(" aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"10\"/>");
    double left = 0;
    left = part("compliant", left, tally.compliant(), tally.stages());
    left = part("failing", left, tally.nonCompliant(), tally.stages());
    part("unknown", left, tally.unknown(), tally.stages());
    out.write("</svg>");
  }

  private double part(String kind, double left, int count, int all) throws IOException {
    double width = all == 0 ? 0 : 100.0 * count / all;
    if (width > 0) {
      out.write("<rect class=\"" + kind + "\" x=\"" + round(left) + "\" width=\"" + round(width));
      out.write("\" height=\"10\"/>");
    }
    return left + width;
  }

  private static double round(double number) {
    return Math.round(number * 10) / 10.0;
  }

  void end() throws IOException {
    out.write("</tbody></table></div>\n");
  }
}
