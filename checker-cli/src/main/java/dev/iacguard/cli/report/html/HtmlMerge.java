package dev.iacguard.cli.report.html;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.merge.MergeWords;
import java.io.IOException;
import java.io.Writer;

/** Many reports as one page: figures, their development, tables of groups, the worst stages. */
public final class HtmlMerge implements ReportWriter<Merged> {
  private static final String TITLE = "API Gateway stages of all repositories";

  @Override
  public void write(Merged merged, Writer out) throws IOException {
    String title = Html.text(TITLE + ", " + merged.date());
    HtmlPage.write(title, merged.version(), out, () -> body(merged, out));
  }

  private static void body(Merged merged, Writer out) throws IOException {
    String date = Html.element("span", "date", merged.date().toString());
    out.write("<header><h1>" + TITLE + ",\n" + date + "</h1>\n");
    out.write(Html.element("p", "", MergeWords.summary(merged)));
    out.write(Html.element("p", "", MergeWords.reports(merged)) + "</header>\n<main>\n");
    out.write("</main>\n");
  }
}
