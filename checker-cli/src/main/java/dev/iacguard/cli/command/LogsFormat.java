package dev.iacguard.cli.command;

import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.logs.LogJson;
import dev.iacguard.cli.report.logs.LogMarkdown;
import dev.iacguard.cli.report.logs.LogReport;
import dev.iacguard.cli.report.logs.LogText;

/** The formats of {@code logs}, in the order of its help. */
enum LogsFormat {
  TEXT,
  JSON,
  MARKDOWN;

  ReportWriter<LogReport> writer(Style style, boolean quiet) {
    return switch (this) {
      case TEXT -> new LogText(style, quiet);
      case JSON -> new LogJson();
      case MARKDOWN -> new LogMarkdown();
    };
  }
}
