package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.config.ConfigText;
import java.io.IOException;
import java.io.Writer;

/** A configuration for programs, an object for each value. */
public final class SettingsJson implements ReportWriter<Mapping> {
  @Override
  public void write(Mapping settings, Writer out) throws IOException {
    Json.object(
        out,
        json ->
            json.number("schemaVersion", 1)
                .objects(
                    "settings",
                    Setting.all(settings),
                    setting -> {
                      json.text("key", setting.key());
                      value(json, setting.value());
                      json.location(setting.at());
                    }));
  }

  private static void value(Json json, ConfigNode value) {
    switch (value) {
      case Scalar scalar when scalar.kind() == Scalar.Kind.WHOLE_NUMBER ->
          json.number("value", Long.parseLong(scalar.text()));
      case Scalar scalar when scalar.kind() == Scalar.Kind.TRUTH ->
          json.truth("value", Boolean.parseBoolean(scalar.text()));
      case Scalar scalar -> json.text("value", scalar.text());
      case Sequence sequence ->
          json.texts("value", sequence.items().stream().map(ConfigText::of).toList());
      case Mapping mapping -> json.text("value", ConfigText.of(mapping));
    }
  }
}
