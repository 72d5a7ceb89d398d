package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.core.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The index of the rules as text, a line for each rule. */
public final class RulesTable implements ReportWriter<List<ShownRule>> {
  @Override
  public void write(List<ShownRule> rules, Writer out) throws IOException {
    int ids = rules.stream().mapToInt(shown -> shown.rule().id().length()).max().orElse(0);
    int names = rules.stream().mapToInt(shown -> shown.rule().name().length()).max().orElse(0);
    for (ShownRule shown : rules) {
      out.write(padded(shown.rule().id(), ids) + "  ");
      out.write(padded(shown.severity().label(), Severity.WARNING.label().length()) + "  ");
      out.write(padded(shown.rule().name(), names) + "  ");
      out.write(Printable.line(shown.rule().title()));
      out.write(shown.from() == null ? "\n" : "  # " + RulePageReport.origin(shown) + "\n");
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
