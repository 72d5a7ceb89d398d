package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.report.GithubReport;
import dev.iacguard.cli.report.MarkdownReport;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.SourceLinks;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a step of GitHub Actions says: annotations, and all of it as Markdown in the file that
 * {@code GITHUB_STEP_SUMMARY} names.
 */
final class StepSummary implements ReportWriter<Report> {
  /** GitHub takes no more from one step. */
  private static final int MOST_BYTES = 1 << 20;

  private final CliEnvironment cliEnvironment;

  StepSummary(CliEnvironment cliEnvironment) {
    this.cliEnvironment = cliEnvironment;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    String name = cliEnvironment.variable("GITHUB_STEP_SUMMARY");
    new GithubReport(!name.isEmpty()).write(report, out);
    if (!name.isEmpty()) {
      try {
        append(report, cliEnvironment.folder().resolve(name));
      } catch (IOException | InvalidPathException e) {
        cliEnvironment.say("the summary cannot be written to " + name);
      }
    }
  }

  private void append(Report report, Path file) throws IOException {
    long used = Files.exists(file) ? Files.size(file) : 0;
    try (Writer out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      MarkdownReport.summary(
              SourceLinks.of(cliEnvironment::variable), (int) Math.max(0, MOST_BYTES - used))
          .write(report, out);
    }
  }
}
