package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.cli.report.rules.Setting.Line;
import dev.iacguard.core.config.ConfigNode.Mapping;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A configuration as text: {@code key: value # path:line}. */
public final class SettingsText implements ReportWriter<Mapping> {
  private static final int WIDEST = 60;

  @Override
  public void write(Mapping settings, Writer out) throws IOException {
    List<Line> lines =
        Setting.all(settings).stream().flatMap(setting -> setting.lines().stream()).toList();
    int width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    for (Line line : lines) {
      out.write(text(line, Math.min(width, WIDEST)) + "\n");
    }
  }

  /**
   * What is said under one key, indented as code; that nothing is, where nothing is.
   *
   * @param option its keys from the top, joined by dots
   */
  static void option(String option, Mapping settings, Writer out) throws IOException {
    boolean said = false;
    for (Setting setting : Setting.all(settings)) {
      if (setting.key().equals(option) || setting.key().startsWith(option + ".")) {
        for (Line line : setting.lines()) {
          out.write("    " + text(line, 0) + "\n");
        }
        said = true;
      }
    }
    if (!said) {
      out.write("    " + option + " is not set\n");
    }
  }

  private static String text(Line line, int width) {
    String text = Printable.line(line.text());
    if (line.at() == null) {
      return text;
    }
    String space = " ".repeat(Math.max(0, width - text.length()));
    return text + space + "  # " + Printable.line(line.at().toString());
  }
}
