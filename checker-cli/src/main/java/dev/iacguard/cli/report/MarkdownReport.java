package dev.iacguard.cli.report;

import java.io.IOException;
import java.io.Writer;

/**
 * The report of {@code check} as Markdown for a pull request: one line that sums up, the findings
 * on changed lines, and the others file by file, folded. It begins with a marker by which a program
 * finds its own comment again.
 */
public final class MarkdownReport implements ReportWriter<Report> {
  /** Comments may have 65,536 characters. */
  private static final int MOST_IN_COMMENT = 60_000;

  private final int most;

  private MarkdownReport(int most) {
    this.most = most;
  }

  /** For a comment: no longer than a comment may be. */
  public static MarkdownReport comment() {
    return new MarkdownReport(MOST_IN_COMMENT);
  }

  /**
   * For a page of its own.
   *
   * @param most how many bytes it may have
   */
  public static MarkdownReport summary(int most) {
    return new MarkdownReport(most);
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    new MarkdownPage(most, out).write(report);
  }
}
