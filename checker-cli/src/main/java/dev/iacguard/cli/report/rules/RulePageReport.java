package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.RulePage;
import dev.iacguard.core.config.ConfigNode.Mapping;
import java.io.IOException;
import java.io.Writer;

/** Shows one rule with its page and what a policy makes of it. */
public final class RulePageReport {
  private RulePageReport() {}

  /**
   * The page of one rule, and what holds of it.
   *
   * @param page with front matter or without
   */
  public static void write(ShownRule shown, String page, Mapping settings, Writer out)
      throws IOException {
    out.write("# " + shown.rule().id() + " " + shown.rule().name() + "\n\n");
    out.write(Printable.lines(RulePage.of(page).text().stripTrailing()) + "\n");
    out.write("\n## Effective settings\n\n");
    out.write("    severity: " + shown.severity().label() + "  # " + origin(shown) + "\n");
    for (String option : shown.options()) {
      SettingsText.option(option, settings, out);
    }
  }

  /** Where the severity comes from. */
  static String origin(ShownRule shown) {
    if (shown.from() == null) {
      return shown.custom() ? "set in the rule" : "by default";
    }
    return Printable.line(shown.from().toString())
        + ", otherwise "
        + shown.rule().severity().label();
  }
}
