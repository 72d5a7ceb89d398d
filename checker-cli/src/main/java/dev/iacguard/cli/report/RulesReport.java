package dev.iacguard.cli.report;

import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Shows the rules under a policy: all of them, or one with its page. */
public final class RulesReport {
  private RulesReport() {}

  /** A line for each rule. */
  public static void text(List<ShownRule> rules, Writer out) throws IOException {
    int ids = rules.stream().mapToInt(shown -> shown.rule().id().length()).max().orElse(0);
    int names = rules.stream().mapToInt(shown -> shown.rule().name().length()).max().orElse(0);
    for (ShownRule shown : rules) {
      out.write(padded(shown.rule().id(), ids) + "  ");
      out.write(padded(shown.severity().label(), Severity.WARNING.label().length()) + "  ");
      out.write(padded(shown.rule().name(), names) + "  ");
      out.write(Printable.line(shown.rule().title()));
      out.write(shown.from() == null ? "\n" : "  # " + origin(shown) + "\n");
    }
  }

  /** An index as a table. */
  public static void markdown(List<ShownRule> rules, Writer out) throws IOException {
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

  /** For programs; its shape is {@code schemas/rules-1.json}. */
  public static void json(List<ShownRule> rules, Writer out) throws IOException {
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

  /**
   * The page of one rule, and what holds of it.
   *
   * @param page with front matter or without
   */
  public static void page(ShownRule shown, String page, Mapping settings, Writer out)
      throws IOException {
    out.write("# " + shown.rule().id() + " " + shown.rule().name() + "\n\n");
    out.write(Printable.lines(RulePage.of(page).text().stripTrailing()) + "\n");
    out.write("\n## What holds here\n\n");
    out.write("    severity: " + shown.severity().label() + "  # " + origin(shown) + "\n");
    for (String option : shown.options()) {
      SettingsReport.option(option, settings, out);
    }
  }

  /** Where the severity comes from. */
  private static String origin(ShownRule shown) {
    if (shown.from() == null) {
      return shown.custom() ? "as the rule says" : "by default";
    }
    return Printable.line(shown.from().toString())
        + ", otherwise "
        + shown.rule().severity().label();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
