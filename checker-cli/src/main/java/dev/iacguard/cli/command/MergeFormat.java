package dev.iacguard.cli.command;

import dev.iacguard.cli.merge.Merged;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.Style;
import dev.iacguard.cli.report.html.HtmlMerge;
import dev.iacguard.cli.report.merge.MergeCsv;
import dev.iacguard.cli.report.merge.MergeJson;
import dev.iacguard.cli.report.merge.MergeMarkdown;
import dev.iacguard.cli.report.merge.MergeNdjson;
import dev.iacguard.cli.report.merge.MergeText;

/** The formats of {@code merge}, in the order of its help. */
enum MergeFormat {
  TEXT,
  JSON,
  NDJSON,
  CSV,
  MARKDOWN,
  HTML;

  ReportWriter<Merged> writer(Style style, boolean quiet) {
    return switch (this) {
      case TEXT -> new MergeText(style, quiet);
      case JSON -> new MergeJson();
      case NDJSON -> new MergeNdjson();
      case CSV -> new MergeCsv();
      case MARKDOWN -> new MergeMarkdown();
      case HTML -> new HtmlMerge();
    };
  }
}
