package dev.iacguard.cli.report;

import dev.iacguard.core.engine.BaselineState;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.engine.baseline.BaselineFinding;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The report of {@code check} for programs; its shape is {@code schemas/check-1.json}. */
public final class JsonReport implements ReportWriter<Report> {
  private final ReportSource source;

  public JsonReport(ReportSource source) {
    this.source = source;
  }

  @Override
  public void write(Report report, Writer out) throws IOException {
    IdentityHashMap<ReportedFinding, String> groups = FindingGroups.ids(report.reportedFindings());
    Set<Problem> older = Set.copyOf(report.review().older());
    Json.document(
        report,
        out,
        json -> {
          source.write(report.review().today(), json);
          json.objects(
                  "findings",
                  report.reportedFindings(),
                  reportedFinding -> finding(reportedFinding, groups, json))
              .objects(
                  "problems",
                  report.allProblems(),
                  problem -> json.problem(problem).truth("known", older.contains(problem)))
              .objects(
                  "mended",
                  report.review().fixed(),
                  baselineFinding -> known(baselineFinding, json))
              .object("summary", summary -> summary(report, report.findings(), summary));
        });
  }

  private static void finding(
      ReportedFinding reportedFinding, IdentityHashMap<ReportedFinding, String> groups, Json json) {
    Verdict verdict = reportedFinding.verdict();
    Finding finding = reportedFinding.finding();
    BaselineState baselineState = reportedFinding.baselineState();
    json.text("rule", verdict.rule().id())
        .text("name", verdict.rule().name())
        .text("severity", reportedFinding.severity().label())
        .text("verdict", verdict.kind().label())
        .text("message", finding.message())
        .text("when", verdict.when().isEmpty() ? null : verdict.when())
        .text("help", finding.help().isEmpty() ? null : finding.help())
        .text("example", example(finding))
        .text("resource", verdict.subject().id())
        .text("stack", verdict.subject().stack())
        .location(finding.at())
        .objects(
            "related",
            finding.related(),
            related -> json.text("message", related.message()).location(related.at()))
        .truth("suppressed", reportedFinding.suppression() != null);
    suppression(reportedFinding.suppression(), json);
    json.text("standing", baselineState == null ? null : baselineState.label())
        .truth("onChange", reportedFinding.onChange())
        .text("fingerprint", reportedFinding.fingerprint())
        .text("group", groups.get(reportedFinding));
  }

  private static @Nullable String example(Finding finding) {
    String text = finding.example() == null ? "" : finding.example().text();
    return text.isEmpty() ? null : text;
  }

  private static void suppression(@Nullable Suppression suppression, Json json) {
    if (suppression == null) {
      json.nothing("suppression");
      return;
    }
    LocalDate until = suppression.until();
    json.object(
        "suppression",
        members ->
            members
                .text("kind", suppression.kind().label())
                .text("reason", suppression.reason())
                .text("until", until == null ? null : until.toString())
                .location(suppression.at()));
  }

  private static void known(BaselineFinding baselineFinding, Json json) {
    json.text("rule", baselineFinding.rule())
        .text("resource", baselineFinding.resource())
        .text("stack", baselineFinding.stack())
        .text("verdict", baselineFinding.verdict().label())
        .text("fingerprint", baselineFinding.fingerprint());
  }

  private static void summary(Report report, List<ReportedFinding> findings, Json summary) {
    Tally tally = Tally.of(report.stages());
    summary
        .number("stages", tally.stages())
        .number("compliant", tally.compliant())
        .number("failing", tally.failing())
        .number("conditional", tally.conditional())
        .number("unknown", tally.unknown())
        .number("errors", count(findings, Severity.ERROR))
        .number("warnings", count(findings, Severity.WARNING))
        .number("notes", count(findings, Severity.NOTE))
        .number("undecided", findings.stream().filter(JsonReport::isUndecided).count())
        .number(
            "suppressed",
            report.reportedFindings().stream().filter(a -> a.suppression() != null).count());
  }

  /** Findings that are known to fail, for some input at least. */
  private static long count(List<ReportedFinding> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity() == severity && !isUndecided(finding))
        .count();
  }

  private static boolean isUndecided(ReportedFinding reportedFinding) {
    return reportedFinding.verdict().kind() == Verdict.Kind.UNKNOWN;
  }
}
