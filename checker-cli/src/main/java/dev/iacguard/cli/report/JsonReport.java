package dev.iacguard.cli.report;

import dev.iacguard.core.engine.Alert;
import dev.iacguard.core.engine.Known;
import dev.iacguard.core.engine.Standing;
import dev.iacguard.core.engine.Suppression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The report of {@code check} for programs; its shape is {@code schemas/check-1.json}. */
public final class JsonReport {
  private JsonReport() {}

  public static void write(Report report, Writer out) throws IOException {
    Set<Problem> older = Set.copyOf(report.review().older());
    Json.document(
        report,
        out,
        json ->
            json.objects("findings", report.alerts(), alert -> finding(alert, json))
                .objects(
                    "problems",
                    report.allProblems(),
                    problem -> json.problem(problem).truth("known", older.contains(problem)))
                .objects("mended", report.review().mended(), known -> known(known, json))
                .object("summary", summary -> summary(report, report.findings(), summary)));
  }

  private static void finding(Alert alert, Json json) {
    Verdict verdict = alert.verdict();
    Finding finding = alert.finding();
    Standing standing = alert.standing();
    json.text("rule", verdict.rule().id())
        .text("name", verdict.rule().name())
        .text("severity", alert.severity().label())
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
        .truth("suppressed", alert.suppression() != null);
    suppression(alert.suppression(), json);
    json.text("standing", standing == null ? null : standing.label())
        .truth("onChange", alert.onChange())
        .text("fingerprint", alert.fingerprint());
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

  private static void known(Known known, Json json) {
    json.text("rule", known.rule())
        .text("resource", known.resource())
        .text("stack", known.stack())
        .text("verdict", known.verdict().label())
        .text("fingerprint", known.fingerprint());
  }

  private static void summary(Report report, List<Alert> findings, Json summary) {
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
            "suppressed", report.alerts().stream().filter(a -> a.suppression() != null).count());
  }

  /** Findings that are known to fail, for some input at least. */
  private static long count(List<Alert> findings, Severity severity) {
    return findings.stream()
        .filter(finding -> finding.severity() == severity && !isUndecided(finding))
        .count();
  }

  private static boolean isUndecided(Alert alert) {
    return alert.verdict().kind() == Verdict.Kind.UNKNOWN;
  }
}
