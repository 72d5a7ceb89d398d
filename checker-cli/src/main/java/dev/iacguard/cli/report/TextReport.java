package dev.iacguard.cli.report;

import dev.iacguard.cli.report.Style.Role;
import dev.iacguard.core.engine.Standing;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The report of {@code check} for people: what, where, why and what to do, file by file. */
public final class TextReport {
  private static final int MOST_SUBJECTS = 3;

  private final Style style;
  private final boolean quiet;
  private final boolean verbose;

  /**
   * @param quiet leaves out the summary
   * @param verbose lists what exceptions cover, too
   */
  public TextReport(Style style, boolean quiet, boolean verbose) {
    this.style = style;
    this.quiet = quiet;
    this.verbose = verbose;
  }

  public void write(Report report, Writer out) throws IOException {
    List<Problem> problems = new ArrayList<>(report.problems());
    problems.sort(TextReport::byPlace);
    for (Problem problem : problems) {
      write(problem, out);
    }
    for (Folded folded : Folded.of(report.findings())) {
      write(folded, out);
    }
    if (verbose) {
      Asides.suppressed(report.alerts(), out);
    }
    if (!quiet) {
      Asides.mended(report.review(), out);
      out.write(Summary.line(report) + "\n");
    }
  }

  private static int byPlace(Problem one, Problem other) {
    int order = one.at().path().compareTo(other.at().path());
    order = order != 0 ? order : Integer.compare(one.at().start(), other.at().start());
    return order != 0 ? order : one.rule().compareTo(other.rule());
  }

  private void write(Problem problem, Writer out) throws IOException {
    Severity severity = Report.severity(problem);
    String head = severity.label() + "[" + problem.rule() + "]";
    new Snippet(style, role(severity), head, problem.message()).write(problem.at(), "", out);
    out.write('\n');
  }

  private void write(Folded folded, Writer out) throws IOException {
    Verdict verdict = folded.alert().verdict();
    Finding finding = folded.alert().finding();
    boolean unknown = verdict.kind() == Verdict.Kind.UNKNOWN;
    Severity severity = folded.alert().severity();
    String head =
        (unknown ? "unknown" : severity.label())
            + "["
            + verdict.rule().id()
            + "]"
            + (verdict.kind() == Verdict.Kind.CONDITIONAL ? " (conditional)" : "");
    Snippet snippet =
        new Snippet(style, unknown ? Role.UNKNOWN : role(severity), head, finding.message());
    trail(finding, snippet);
    subjects(folded.subjects(), snippet);
    if (!verdict.when().isEmpty()) {
      snippet.note("when", verdict.when());
    }
    if (folded.alert().standing() == Standing.WORSE) {
      snippet.note("since", "it was known before and is worse now");
    }
    for (Finding.Related related : finding.related()) {
      snippet.note("see", related.at() + " " + related.message());
    }
    if (!finding.help().isEmpty()) {
      snippet.note("help", finding.help());
    }
    snippet.write(finding.at(), finding.label(), out);
    out.write('\n');
  }

  /** The way of the value that decided, nearest first. */
  private static void trail(Finding finding, Snippet snippet) {
    Origin origin = finding.value();
    StringBuilder trail = new StringBuilder();
    for (Step step = origin == null ? null : origin.trail(); step != null; step = step.next()) {
      trail.append(trail.isEmpty() ? "" : " ← ").append(place(step.label(), step.at().toString()));
    }
    if (!trail.isEmpty()) {
      snippet.note("value", trail.toString());
    }
  }

  /** {@code var.days (main.tf:4)}, and {@code var.days (default, main.tf:4)}. */
  private static String place(String label, String place) {
    return label.endsWith(")")
        ? label.substring(0, label.length() - 1) + ", " + place + ")"
        : label + " (" + place + ")";
  }

  private static void subjects(List<Subject> subjects, Snippet snippet) {
    Subject first = subjects.get(0);
    snippet.note(first.kind(), named(first));
    StringBuilder callers = new StringBuilder();
    for (CallSite caller : first.callers()) {
      callers
          .append(callers.isEmpty() ? "" : " → ")
          .append(place(caller.label(), caller.at().toString()));
    }
    if (!callers.isEmpty()) {
      snippet.note("via", callers.toString());
    }
    if (subjects.size() > 1) {
      snippet.note("also", others(subjects.subList(1, subjects.size()), first.stack()));
    }
  }

  private static String named(Subject subject) {
    return subject.detail().isEmpty() ? subject.id() : subject.id() + "  " + subject.detail();
  }

  private static String others(List<Subject> others, String stack) {
    List<String> names = new ArrayList<>();
    for (Subject other : others.subList(0, Math.min(MOST_SUBJECTS, others.size()))) {
      names.add(elsewhere(other, stack));
    }
    String dots = others.size() > MOST_SUBJECTS ? ", …" : "";
    return others.size() + " more: " + String.join(", ", names) + dots;
  }

  /** Told apart by the call that leads to it, or else by its stack when that is another one. */
  private static String elsewhere(Subject subject, String stack) {
    if (!subject.callers().isEmpty()) {
      return place(subject.id(), subject.callers().get(0).at().toString());
    }
    return subject.stack().equals(stack) ? subject.id() : subject.id() + " in " + subject.stack();
  }

  private static Role role(Severity severity) {
    return switch (severity) {
      case ERROR -> Role.ERROR;
      case WARNING -> Role.WARNING;
      case NOTE, OFF -> Role.NOTE;
    };
  }
}
