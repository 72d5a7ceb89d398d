package dev.iacguard.cli.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** The sections of the page of merged reports, in their order. */
enum MergeSection {
  UNREADABLE("Reports that could not be read"),
  FIGURES("Key figures"),
  DEVELOPMENT("Trends"),
  STAGES("Worst stages"),
  TEAMS("Teams"),
  ENVIRONMENTS("Environments"),
  RULES("Rules"),
  REPOSITORIES("Repositories"),
  WAIVERS("Waivers");

  private final String heading;

  MergeSection(String heading) {
    this.heading = heading;
  }

  /** What links lead to. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Opens it, with its heading. */
  void open(Writer out) throws IOException {
    out.write("<section aria-labelledby=\"" + id() + "\">\n");
    out.write("<h2 id=\"" + id() + "\">" + heading + "</h2>\n");
  }

  /** Links to sections, in the words of their headings. */
  static void links(List<MergeSection> sections, Writer out) throws IOException {
    out.write("<nav aria-label=\"Sections\">");
    for (MergeSection section : sections) {
      out.write("<a href=\"#" + section.id() + "\">" + section.heading + "</a>");
    }
    out.write("</nav>\n");
  }
}
