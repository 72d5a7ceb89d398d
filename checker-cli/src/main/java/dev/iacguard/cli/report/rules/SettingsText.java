package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.ReportWriter;
import dev.iacguard.core.config.ConfigNode.Mapping;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A configuration as text: {@code key: value # path:line}. */
public final class SettingsText implements ReportWriter<Mapping> {
  @Override
  public void write(Mapping settings, Writer out) throws IOException {
    List<Setting> all = Setting.all(settings);
    int width = all.stream().mapToInt(one -> one.line().length()).max().orElse(0);
    for (Setting setting : all) {
      String line = Printable.line(setting.line());
      out.write(line + " ".repeat(Math.max(0, Math.min(width, 60) - line.length())));
      out.write("  # " + Printable.line(setting.at().toString()) + "\n");
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
        out.write("    " + Printable.line(setting.line() + "  # " + setting.at()) + "\n");
        said = true;
      }
    }
    if (!said) {
      out.write("    " + option + " is not set\n");
    }
  }
}
