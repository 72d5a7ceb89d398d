package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Markdown;
import dev.iacguard.cli.report.ReportWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The index of the rules as a Markdown table. */
public final class RulesMarkdown implements ReportWriter<List<ShownRule>> {
  @Override
  public void write(List<ShownRule> rules, Writer out) throws IOException {
    out.write("| Rule | Name | Severity | What it finds |\n|---|---|---|---|\n");
    for (ShownRule shown : rules) {
      String changed =
          shown.severity() == shown.rule().severity()
              ? ""
              : " (" + shown.rule().severity().label() + " by default)";
      out.write("| " + shown.rule().id() + " | `" + shown.rule().name() + "` | ");
      out.write(shown.severity().label() + changed + " | ");
      out.write(Markdown.text(shown.rule().title()) + " |\n");
    }
  }
}
