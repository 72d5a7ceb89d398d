package dev.iacguard.cli.report;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
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
 * more are written: those on changed lines first, then the heaviest.
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
  }

  private record Annotation(Level level, boolean onChange, String title, Span at, String text) {}

  private final boolean summary;

  /**
   * @param summary whether all of it can be seen in the step's summary
   */
  public GithubReport(boolean summary) {
    this.summary = summary;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    List<Annotation> annotations = new ArrayList<>();
    for (Problem problem : report.problems()) {
      annotations.add(
          new Annotation(
              level(report.severity(problem)),
              problem.rule().equals(Problem.POLICY_CHANGED),
              problem.rule(),
              problem.at(),
              Printable.line(problem.message())));
    }
    GroupedFinding.of(report.findings())
        .forEach(groupedFinding -> annotations.add(of(groupedFinding)));
    annotations.sort(GithubReport::byImportance);
    Map<Level, Integer> written = new EnumMap<>(Level.class);
    int left = 0;
    for (Annotation annotation : annotations) {
      if (written.merge(annotation.level, 1, Integer::sum) <= MOST) {
        out.write(command(annotation, report) + "\n");
      } else {
        left++;
      }
    }
    if (left > 0) {
      out.write(left + (summary ? " more in the summary of this step\n" : " more\n"));
    }
    Footnotes.suppressed(report.reportedFindings(), MOST, out);
    out.write(Summary.line(report) + "\n");
  }

  private static Annotation of(GroupedFinding groupedFinding) {
    Verdict verdict = groupedFinding.reportedFinding().verdict();
    RuleInfo rule = verdict.rule();
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    StringBuilder text =
        new StringBuilder(Printable.line(groupedFinding.reportedFinding().finding().message()));
    for (Note note : Note.of(groupedFinding)) {
      text.append('\n').append(note.name()).append(": ").append(Printable.line(note.text()));
    }
    return new Annotation(
        unknown ? Level.NOTICE : level(groupedFinding.reportedFinding().severity()),
        groupedFinding.reportedFinding().onChange(),
        (unknown ? "unknown: " : "") + rule.id() + " " + rule.name(),
        groupedFinding.reportedFinding().finding().at(),
        text.toString());
  }

  private static int byImportance(Annotation one, Annotation other) {
    int order = Boolean.compare(other.onChange, one.onChange);
    return order != 0 ? order : one.level.compareTo(other.level);
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARNING;
      case NOTE, OFF -> Level.NOTICE;
    };
  }

  private static String command(Annotation annotation, Report report) {
    Span at = annotation.at;
    StringBuilder command = new StringBuilder("::").append(annotation.level.command);
    command.append(" file=").append(property(Printable.line(report.paths().apply(at.path()))));
    command.append(",line=").append(at.from().line());
    command.append(",endLine=").append(at.to().line());
    if (at.from().line() == at.to().line()) {
      // GitHub takes columns only within one line.
      command.append(",col=").append(at.from().column());
      command.append(",endColumn=").append(at.to().column());
    }
    command.append(",title=").append(property(annotation.title));
    return command.append("::").append(data(annotation.text)).toString();
  }

  /** Line ends would start a new command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
