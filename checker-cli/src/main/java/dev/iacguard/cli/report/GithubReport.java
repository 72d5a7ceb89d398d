package dev.iacguard.cli.report;

import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The report of {@code check} as workflow commands of GitHub Actions, which show findings at the
 * lines of a pull request. GitHub shows ten errors, ten warnings and ten notices of a step, so no
 * more are written: those on changed lines first, then the most urgent. What was not analysed comes
 * last.
 */
public final class GithubReport implements ReportWriter<Report> {
  private static final int MOST = 10;

  private enum Level {
    ERROR("error"),
    WARNING("warning"),
    NOTICE("notice");

    private final String command;

    Level(String command) {
      this.command = command;
    }

    static Level of(Rank rank) {
      return switch (rank) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case NOTE, UNKNOWN -> NOTICE;
      };
    }
  }

  private final boolean summary;

  /**
   * @param summary whether all of it can be seen in the step's summary
   */
  public GithubReport(boolean summary) {
    this.summary = summary;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    ReportItems items = ReportItems.of(report);
    List<ReportItem> ordered = new ArrayList<>(items.found());
    ordered.sort((one, other) -> Boolean.compare(other.onChange(), one.onChange()));
    ordered.addAll(items.notAnalysed());
    String delta = Summary.delta(report);
    out.write(delta.isEmpty() ? "" : delta + "\n");
    Map<Level, Integer> written = new EnumMap<>(Level.class);
    List<ReportItem> left = new ArrayList<>();
    for (ReportItem item : ordered) {
      if (written.merge(Level.of(item.rank()), 1, Integer::sum) <= MOST) {
        out.write(command(item, report) + "\n");
      } else {
        left.add(item);
      }
    }
    if (!left.isEmpty()) {
      String place = summary ? " more in the summary of this step: " : " more: ";
      out.write(left.size() + place + ReportItems.totals(left) + "\n");
    }
    Footnotes.suppressed(report.reportedFindings(), MOST, Style.PLAIN, out);
    out.write(Summary.line(report) + "\n");
  }

  private static String command(ReportItem item, Report report) {
    StringBuilder text = new StringBuilder(Printable.line(item.message()));
    String title = item.rule();
    if (item instanceof GroupedFinding group) {
      RuleInfo rule = group.lead().verdict().rule();
      title = (item.rank() == Rank.UNKNOWN ? "unknown: " : "") + rule.id() + " " + rule.name();
      for (Note note : Note.of(group)) {
        text.append('\n').append(note.name()).append(": ").append(Printable.line(note.text()));
      }
    }
    return command(Level.of(item.rank()), title, item.at(), text.toString(), report);
  }

  private static String command(Level level, String title, Span at, String text, Report report) {
    StringBuilder command = new StringBuilder("::").append(level.command);
    command.append(" file=").append(property(Printable.line(report.paths().apply(at.path()))));
    command.append(",line=").append(at.from().line());
    command.append(",endLine=").append(at.to().line());
    if (at.from().line() == at.to().line()) {
      // GitHub takes columns only within one line.
      command.append(",col=").append(at.from().column());
      command.append(",endColumn=").append(at.to().column());
    }
    command.append(",title=").append(property(title));
    return command.append("::").append(data(text)).toString();
  }

  /** Line ends would start a new command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
