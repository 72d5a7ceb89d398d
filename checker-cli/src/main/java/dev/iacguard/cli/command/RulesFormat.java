package dev.iacguard.cli.command;

import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.rules.RulesJson;
import dev.iacguard.cli.report.rules.RulesMarkdown;
import dev.iacguard.cli.report.rules.RulesTable;
import dev.iacguard.cli.report.rules.ShownRule;
import java.util.List;

/** The formats of {@code rules}, in the order of its help. */
enum RulesFormat {
  TEXT,
  JSON,
  MARKDOWN;

  ReportWriter<List<ShownRule>> writer() {
    return switch (this) {
      case TEXT -> new RulesTable();
      case JSON -> new RulesJson();
      case MARKDOWN -> new RulesMarkdown();
    };
  }
}
