package dev.iacguard.cli.report;

import static dev.iacguard.cli.report.Samples.API;
import static dev.iacguard.cli.report.Samples.CLASS;
import static dev.iacguard.cli.report.Samples.FIELDS;
import static dev.iacguard.cli.report.Samples.LOCALS;
import static dev.iacguard.cli.report.Samples.NO_LOG;
import static dev.iacguard.cli.report.Samples.fail;
import static dev.iacguard.cli.report.Samples.find;
import static dev.iacguard.cli.report.Samples.report;
import static dev.iacguard.cli.report.Samples.stack;
import static dev.iacguard.cli.report.Samples.stage;
import static dev.iacguard.cli.report.Samples.subject;
import static dev.iacguard.cli.report.Samples.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.model.ValueMarks;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static final Span FORMAT = find(API, "local.log_format");
  private static final String STAGE = "aws_api_gateway_stage.prod";

  @Test
  void aFindingWithEverything() {
    Origin origin =
        new Origin(
            FORMAT,
            new Step(
                "local.log_format",
                find(LOCALS, "var.format"),
                new Step(
                    "var.format (default)", new SourceFile("infra/variables.tf", "x").all(), null)),
            ValueMarks.NONE);
    Subject subject =
        new Subject(
            "stage",
            "module.orders.aws_api_gateway_stage.this[\"prod\"]",
            "REST",
            "infra",
            List.of(new CallSite("module.orders", new SourceFile("infra/main.tf", "m").all())));
    Finding finding =
        Finding.of("access log format lacks source-ip and latency", FORMAT)
            .labelled("has requestId, status")
            .because(origin)
            .helped("add \"ip\": \"$context.identity.sourceIp\"")
            .with(List.of(new Finding.Related("the log group", find(API, "access_log_settings"))));

    assertThat(text(fail(FIELDS, subject, finding)))
        .isEqualTo(
            """
            infra/api.tf: 1 error

            error[IG104]: access log format lacks source-ip and latency
              ┌─ infra/api.tf:3:14
             3│     format = local.log_format
              │              ^^^^^^^^^^^^^^^^ has requestId, status
              = value:  local.log_format (infra/locals.tf:2) ← var.format (default, infra/variables.tf:1)
              = stage:  module.orders.aws_api_gateway_stage.this["prod"]  REST
              = via:    module.orders (infra/main.tf:1)
              = see:    infra/api.tf:2 the log group
              = help:   add "ip": "$context.identity.sourceIp"

            """);
  }

  @Test
  void unknownAndConditionalAreNotTakenForFailures() {
    Finding finding = Finding.of("stage has no access log", FORMAT);
    Subject subject = subject(STAGE, "infra");

    assertThat(text(verdict(NO_LOG, subject, Verdict.Kind.UNKNOWN, "", finding)))
        .startsWith("infra/api.tf: 1 unknown\n\nunknown[IG101]: stage has no access log\n");
    assertThat(text(verdict(NO_LOG, subject, Verdict.Kind.CONDITIONAL, "var.on is false", finding)))
        .contains("error[IG101] (conditional): stage has no access log\n")
        .contains("= when:   var.on is false\n");
    assertThat(text(fail(CLASS, subject, finding))).contains(": 1 warning\n\nwarning[IG205]: ");
  }

  @Test
  void theSameFindingOfSeveralSubjectsIsPrintedOnce() {
    Finding finding = Finding.of("stage has no access log", FORMAT);
    String text =
        text(
            fail(NO_LOG, subject("a", "infra"), finding),
            fail(NO_LOG, subject("b", "infra"), finding),
            fail(NO_LOG, subject("c", "other"), finding),
            fail(
                NO_LOG,
                new Subject(
                    "stage", "m.d", "REST", "infra", List.of(new CallSite("m", LOCALS.all()))),
                finding),
            fail(NO_LOG, subject("e", "infra"), finding));

    assertThat(text)
        .containsOnlyOnce("error[IG101]")
        .contains("= also:   4 more: b, c in other, m.d (infra/locals.tf:1), …\n");
  }

  @Test
  void findingsAreSortedByFileAndPlace() {
    Subject subject = subject(STAGE, "infra");
    String text =
        text(
            fail(NO_LOG, subject, Finding.of("third", find(LOCALS, "locals"))),
            fail(NO_LOG, subject, Finding.of("second", FORMAT)),
            fail(FIELDS, subject, Finding.of("first", find(API, "resource"))));

    assertThat(text.lines().filter(line -> line.startsWith("error")))
        .containsExactly("error[IG104]: first", "error[IG101]: second", "error[IG101]: third");
  }

  @Test
  void filesWithProblemsComeFirst() {
    Problem binary = Problem.unreadable(new SourceFile("z.tf", "").all(), "is not UTF-8");
    Subject subject = subject(STAGE, "infra");
    Report report =
        report(
            List.of(binary),
            stack(
                List.of(
                    fail(NO_LOG, subject, Finding.of("b", find(LOCALS, "locals"))),
                    fail(CLASS, subject, Finding.of("a", FORMAT)),
                    fail(NO_LOG, subject, Finding.of("a", FORMAT)),
                    fail(NO_LOG, subject, Finding.of("c", FORMAT)))));

    String text =
        Samples.written(out -> new TextReport(Style.PLAIN, true, false).write(report, out));

    assertThat(text.lines().filter(line -> line.matches("[^ ]+: \\d.*")))
        .containsExactly(
            "z.tf: 1 error", "infra/api.tf: 2 errors, 1 warning", "infra/locals.tf: 1 error");
  }

  @Test
  void aNarrowTerminalCutsTheCodeAndBreaksTheRest() {
    Finding finding =
        Finding.of("stage has no access log at all", FORMAT).labelled("x ".repeat(30));
    Report report = report(stack(List.of(fail(NO_LOG, subject(STAGE, "infra"), finding))));

    String text =
        Samples.written(
            out -> new TextReport(Style.PLAIN.within(24), true, false).write(report, out));

    assertThat(text)
        .contains(
            """
            error[IG101]: stage has
              no access log at all
              ┌─ infra/api.tf:3:14
             3│ …= local.log_format
              │    ^^^^^^^^^^^^^^^^
              │ x x x x x x x x x x
                x x x x x x x x x x
            """);
  }

  @Test
  void problemsShowTheirPlaceWhereThereIsText() {
    Problem broken = Problem.unreadable(find(API, "{"), "a block ends with '}'");
    Problem missing = Problem.notAvailable(find(API, "access_log_settings"), "module is missing");
    Problem binary = Problem.unreadable(new SourceFile("infra/x.tf", "").all(), "is not UTF-8");

    assertThat(
            Samples.written(
                out ->
                    new TextReport(Style.PLAIN, true, false)
                        .write(report(List.of(binary, missing, broken)), out)))
        .isEqualTo(
            """
            infra/api.tf: 1 error, 1 warning

            error[IG001]: a block ends with '}'
              ┌─ infra/api.tf:1:41
             1│ resource "aws_api_gateway_stage" "prod" {
              │                                         ^

            warning[IG002]: module is missing
              ┌─ infra/api.tf:2:3
             2│   access_log_settings {
              │   ^^^^^^^^^^^^^^^^^^^

            infra/x.tf: 1 error

            error[IG001]: is not UTF-8
              ┌─ infra/x.tf

            """);
  }

  @Test
  void theSummaryCountsStages() {
    Report report =
        report(
            List.of(Problem.unreadable(API.all(), "broken")),
            stack(
                List.of(),
                stage("a", Map.of("IG101", Verdict.Kind.PASS)),
                stage("b", Map.of("IG101", Verdict.Kind.FAIL, "IG104", Verdict.Kind.UNKNOWN)),
                stage("c", Map.of("IG101", Verdict.Kind.CONDITIONAL)),
                stage("d", Map.of("IG101", Verdict.Kind.UNKNOWN)),
                stage("e", Map.of("IG101", Verdict.Kind.NOT_APPLICABLE))));

    assertThat(Summary.line(report))
        .isEqualTo(
            "5 stages: 2 compliant, 1 failing, 1 conditional, 1 unknown; 1 place not analysed"
                + " (1.23 s)");
    assertThat(Summary.line(report())).isEqualTo("no API Gateway stage in 7 files (1.23 s)");
  }

  @Test
  void nothingFromTheCodeReachesTheTerminalAsACommand() {
    String evil = "x\u001B]8;;http://evil\u0007\u202E\r\n";
    SourceFile file = new SourceFile("infra/" + evil + ".tf", "a = \u001B[2J");
    Finding finding =
        Finding.of(evil, file.all())
            .labelled(evil)
            .because(new Origin(file.all(), new Step(evil, file.all(), null), ValueMarks.NONE))
            .helped(evil)
            .with(List.of(new Finding.Related(evil, file.all())));
    Subject subject =
        new Subject("stage", evil, evil, evil, List.of(new CallSite(evil, file.all())));

    String text = text(verdict(NO_LOG, subject, Verdict.Kind.CONDITIONAL, evil, finding));

    assertThat(text).doesNotContain("\u001B", "\u0007", "\u202E", "\r");
    assertThat(text.lines()).hasSize(13);
  }

  @Test
  void coloursEndWhereTheyBegan() {
    Finding finding = Finding.of("stage has no access log", FORMAT).labelled("here");
    Report report = report(stack(List.of(fail(NO_LOG, subject(STAGE, "infra"), finding))));

    String text =
        Samples.written(out -> new TextReport(Style.COLOURED, true, false).write(report, out));

    assertThat(text).contains("\u001B[1;31merror[IG101]\u001B[0m");
    assertThat(text.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(
            Samples.written(out -> new TextReport(Style.PLAIN, true, false).write(report, out)));
  }

  private static String text(Verdict... verdicts) {
    Report report = report(stack(List.of(verdicts)));
    return Samples.written(out -> new TextReport(Style.PLAIN, true, false).write(report, out));
  }
}
