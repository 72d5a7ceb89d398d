package dev.iacguard.lsp;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;

/** Writes what {@code check} reports as diagnostics. */
final class DiagnosticWriter {
  static final String SOURCE = "iac-guard";

  /** More of one file are not sent. */
  static final int MOST = 1000;

  private static final int MOST_RELATED = 20;
  private static final String POLICY = "policy";

  private final Uris uris;
  private final Map<String, Map<Shown, Diagnostic>> byUri = new LinkedHashMap<>();

  /** What people would read twice: the same is often said of several instances. */
  private record Shown(Range at, String rule, String message, DiagnosticSeverity severity) {}

  private DiagnosticWriter(Uris uris) {
    this.uris = uris;
  }

  /** By URI, each once and in the order of the report. */
  static Map<String, List<Diagnostic>> of(WorkspaceState state, Uris uris) {
    DiagnosticWriter writer = new DiagnosticWriter(uris);
    switch (state) {
      case WorkspaceState.Refused refused -> refused.errors().forEach(writer::add);
      case WorkspaceState.Checked checked -> {
        checked.report().findings().forEach(writer::add);
        checked.report().problems().forEach(problem -> writer.add(problem, checked.report()));
      }
    }
    Map<String, List<Diagnostic>> all = new LinkedHashMap<>();
    writer.byUri.forEach((uri, diagnostics) -> all.put(uri, bounded(diagnostics.values())));
    return all;
  }

  private static List<Diagnostic> bounded(Collection<Diagnostic> diagnostics) {
    List<Diagnostic> some = new ArrayList<>(diagnostics.stream().limit(MOST).toList());
    int more = diagnostics.size() - some.size();
    if (more > 0) {
      Diagnostic last = some.getLast();
      some.add(
          new Diagnostic(
              last.getRange(),
              more + " more findings in this file are not shown",
              DiagnosticSeverity.Information,
              SOURCE));
    }
    return some;
  }

  private void add(ReportedFinding reported) {
    Finding finding = reported.finding();
    StringBuilder message = new StringBuilder(line(finding.message()));
    if (reported.verdict().kind() == Verdict.Kind.CONDITIONAL) {
      add("when", reported.verdict().when(), message);
    }
    add("help:", finding.help(), message);
    put(
        finding.at(),
        reported.verdict().rule().id(),
        finding.message(),
        message.toString(),
        severity(reported),
        related(finding));
  }

  private static void add(String word, String text, StringBuilder message) {
    if (!text.isEmpty()) {
      message.append('\n').append(word).append(' ').append(line(text));
    }
  }

  private void add(Problem problem, Report report) {
    String message = problem.message();
    put(
        problem.at(),
        problem.rule(),
        message,
        line(message),
        severity(report.severity(problem)),
        List.of());
  }

  private void add(ConfigError error) {
    String message = error.message();
    put(error.at(), POLICY, message, line(message), DiagnosticSeverity.Error, List.of());
  }

  private void put(
      Span at,
      String rule,
      String said,
      String message,
      DiagnosticSeverity severity,
      List<DiagnosticRelatedInformation> related) {
    Range range = uris.range(at);
    Diagnostic diagnostic = new Diagnostic(range, message, severity, SOURCE, rule);
    if (!related.isEmpty()) {
      diagnostic.setRelatedInformation(related);
    }
    byUri
        .computeIfAbsent(uris.of(at), any -> new LinkedHashMap<>())
        .putIfAbsent(new Shown(range, rule, said, severity), diagnostic);
  }

  /** The places that a value came through, nearest first, then other places that matter. */
  private List<DiagnosticRelatedInformation> related(Finding finding) {
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    Origin origin = finding.value();
    for (Step step = origin == null ? null : origin.trail(); step != null; step = step.next()) {
      related.add(place("value comes from " + step.label(), step.at()));
    }
    finding.related().forEach(other -> related.add(place(other.message(), other.at())));
    return related.size() <= MOST_RELATED ? related : related.subList(0, MOST_RELATED);
  }

  private DiagnosticRelatedInformation place(String message, Span at) {
    return new DiagnosticRelatedInformation(
        new Location(uris.of(at), uris.range(at)), line(message));
  }

  private static String line(String text) {
    return Printable.line(text);
  }

  private static DiagnosticSeverity severity(ReportedFinding finding) {
    return finding.verdict().kind() == Verdict.Kind.UNKNOWN
        ? DiagnosticSeverity.Information
        : severity(finding.severity());
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case NOTE, OFF -> DiagnosticSeverity.Information;
    };
  }
}
