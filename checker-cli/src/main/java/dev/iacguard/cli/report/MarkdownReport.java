package dev.iacguard.cli.report;

import java.io.IOException;
import java.io.Writer;

/**
 * The report of {@code check} as Markdown for a pull request: what changed and one line that sums
 * up, the findings on changed lines, then the others by severity, folded below the errors. It
 * begins with a marker by which a program finds its own comment again.
 */
public final class MarkdownReport implements ReportWriter<Report> {
  /** Comments may have 65,536 characters. */
  private static final int MOST_IN_COMMENT = 60_000;

  private final SourceLinks links;
  private final int most;

  private MarkdownReport(SourceLinks links, int most) {
    this.links = links;
    this.most = most;
  }

  /** For a comment: no longer than a comment may be. */
  public static MarkdownReport comment(SourceLinks links) {
    return new MarkdownReport(links, MOST_IN_COMMENT);
  }

  /**
   * For a page of its own.
   *
   * @param most how many bytes it may have
   */
  public static MarkdownReport summary(SourceLinks links, int most) {
    return new MarkdownReport(links, most);
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    new MarkdownPage(report, links, most, out).write();
  }
}
