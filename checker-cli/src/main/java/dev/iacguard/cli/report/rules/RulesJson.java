package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Json;
import dev.iacguard.cli.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The index of the rules for programs; its shape is {@code schemas/rules-1.json}. */
public final class RulesJson implements ReportWriter<List<ShownRule>> {
  @Override
  public void write(List<ShownRule> rules, Writer out) throws IOException {
    Json.object(
        out,
        json ->
            json.number("schemaVersion", 1)
                .objects(
                    "rules",
                    rules,
                    shown -> {
                      json.text("id", shown.rule().id())
                          .text("name", shown.rule().name())
                          .text("title", shown.rule().title())
                          .text("severity", shown.severity().label())
                          .text("defaultSeverity", shown.rule().severity().label())
                          .truth("custom", shown.custom())
                          .texts("options", shown.options());
                      if (shown.from() != null) {
                        json.location(shown.from());
                      }
                    }));
  }
}
