package dev.iacguard.cli.command;

import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.rules.SettingsJson;
import dev.iacguard.cli.report.rules.SettingsText;
import dev.iacguard.core.config.ConfigNode.Mapping;

/** The formats of {@code config}, in the order of its help. */
enum ConfigFormat {
  TEXT,
  JSON;

  ReportWriter<Mapping> writer() {
    return switch (this) {
      case TEXT -> new SettingsText();
      case JSON -> new SettingsJson();
    };
  }
}
