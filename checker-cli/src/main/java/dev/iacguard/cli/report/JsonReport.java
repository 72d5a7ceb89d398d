package dev.iacguard.cli.report;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The report of {@code check} for programs; its shape is {@code schemas/check-1.json}. */
public final class JsonReport {
  private JsonReport() {}

  public static void write(Report report, Writer out) throws IOException {
    List<Verdict> findings = report.findings();
    Fingerprint fingerprint = new Fingerprint(report.inTree());
    Json.document(
        report,
        out,
        json ->
            json.objects("findings", findings, verdict -> finding(verdict, fingerprint, json))
                .problems(report.problems())
                .object("summary", summary -> summary(report, findings, summary)));
  }

  private static void finding(Verdict verdict, Fingerprint fingerprint, Json json) {
    Finding finding = verdict.finding();
    if (finding == null) {
      throw new IllegalArgumentException("a verdict without a finding is not reported");
    }
    json.text("rule", verdict.rule().id())
        .text("name", verdict.rule().name())
        .text("severity", verdict.rule().severity().label())
        .text("verdict", verdict.kind().label())
        .text("message", finding.message())
        .text("when", verdict.when().isEmpty() ? null : verdict.when())
        .text("resource", verdict.subject().id())
        .text("stack", verdict.subject().stack())
        .location(finding.at())
        .objects(
            "related",
            finding.related(),
            related -> json.text("message", related.message()).location(related.at()))
        .truth("suppressed", false)
        .text("fingerprint", fingerprint.of(verdict));
  }

  private static void summary(Report report, List<Verdict> findings, Json summary) {
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
        .number("undecided", findings.stream().filter(JsonReport::isUndecided).count());
  }

  /** Findings that are known to fail, for some input at least. */
  private static long count(List<Verdict> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.rule().severity() == severity && !isUndecided(finding))
        .count();
  }

  private static boolean isUndecided(Verdict verdict) {
    return verdict.kind() == Verdict.Kind.UNKNOWN;
  }
}
