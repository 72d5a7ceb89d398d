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
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.ArrayList;
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
        .startsWith("unknown[IG101]: stage has no access log\n");
    assertThat(text(verdict(NO_LOG, subject, Verdict.Kind.CONDITIONAL, "var.on is false", finding)))
        .contains("error[IG101] (conditional): stage has no access log\n")
        .contains("= when:   var.on is false\n");
    assertThat(text(fail(CLASS, subject, finding))).startsWith("warning[IG205]: ");
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
  void errorsComeFirstThenFamilyFileAndPlace() {
    Subject subject = subject(STAGE, "infra");
    Problem waiver = Problem.invalidWaiver(find(API, "{"), "the exception covers nothing");
    Report report =
        report(
            List.of(waiver),
            stack(
                List.of(
                    verdict(NO_LOG, subject, Verdict.Kind.UNKNOWN, "", Finding.of("6", FORMAT)),
                    fail(CLASS, subject, Finding.of("5", FORMAT)),
                    fail(NO_LOG, subject, Finding.of("4", find(LOCALS, "locals"))),
                    fail(NO_LOG, subject, Finding.of("3", FORMAT)),
                    fail(FIELDS, subject, Finding.of("2", find(API, "resource"))))));

    String text = Samples.written(out -> quiet(Style.PLAIN).write(report, out));

    assertThat(text.lines().filter(line -> line.contains("]: ")))
        .containsExactly(
            "error[IG003]: the exception covers nothing",
            "error[IG104]: 2",
            "error[IG101]: 3",
            "error[IG101]: 4",
            "warning[IG205]: 5",
            "unknown[IG101]: 6");
  }

  @Test
  void whatWasNotAnalysedComesLastAndIsCounted() {
    Problem here = Problem.notAvailable(find(API, "{"), "module is missing");
    Problem there = Problem.notAvailable(find(LOCALS, "{"), "module is missing");
    Report report =
        report(
            List.of(here, there),
            stack(List.of(fail(CLASS, subject(STAGE, "infra"), Finding.of("a", FORMAT)))));

    assertThat(Samples.written(out -> quiet(Style.PLAIN).write(report, out)).lines())
        .filteredOn(line -> line.contains("]: ") || line.startsWith("Not"))
        .containsExactly(
            "warning[IG205]: a", "Not analysed", "warning[IG002]: module is missing (2 places)");
    TextReport verbose = new TextReport(Style.PLAIN, true, true, any -> "");
    assertThat(Samples.written(out -> verbose.write(report, out)).lines())
        .filteredOn(line -> line.startsWith("warning[IG002]"))
        .containsExactly("warning[IG002]: module is missing", "warning[IG002]: module is missing");
  }

  @Test
  void findingsOfOneCauseAreOneItem() {
    RootCause cause = RootCause.named("var.format has no value here", Origin.at(FORMAT));
    Finding fields =
        Finding.of("cannot tell the fields: var.format has no value here", FORMAT).rootedIn(cause);
    Finding ofClass =
        Finding.of("cannot tell the class: var.format has no value here", find(API, "{"))
            .helped("give it a value")
            .rootedIn(cause);
    Subject subject = subject(STAGE, "infra");

    assertThat(
            text(
                verdict(FIELDS, subject, Verdict.Kind.UNKNOWN, "", fields),
                verdict(CLASS, subject, Verdict.Kind.UNKNOWN, "", ofClass),
                verdict(CLASS, subject, Verdict.Kind.CONDITIONAL, "var.on is true", ofClass)))
        .contains(
            """
            unknown[IG104]: var.format has no value here
            """)
        .contains(
            """
              = IG104:  cannot tell the fields
              = IG205:  cannot tell the class
            """)
        .contains("warning[IG205] (conditional): cannot tell the class: var.format has");
  }

  @Test
  void aCauseThatIsAFindingLeadsWhatFollowsFromIt() {
    RootCause cause = RootCause.at("format", "", FORMAT);
    Subject subject = subject(STAGE, "infra");

    assertThat(
            text(
                fail(NO_LOG, subject, Finding.of("follows", FORMAT).rootedIn(cause)),
                fail(
                    FIELDS, subject, Finding.of("is the cause", FORMAT).rootedIn(cause.leading()))))
        .startsWith("error[IG104]: is the cause\n")
        .contains("= IG101:  follows\n")
        .doesNotContain("error[IG101]");
  }

  @Test
  void theSummarySaysWhatToFixFirstAndWhatTheRunEndsWith() {
    List<Verdict> verdicts = new ArrayList<>();
    for (String stage : List.of("a", "b", "c", "d", "e")) {
      Span place = find(stage.equals("e") ? LOCALS : API, stage);
      verdicts.add(
          fail(NO_LOG, subject(stage, "infra"), Finding.of("no log", place).helped("set it")));
    }
    TextReport text = new TextReport(Style.PLAIN, false, false, any -> "exit code 1: errors");

    assertThat(Samples.written(out -> text.write(report(stack(verdicts)), out)))
        .endsWith(
            """
            Fix first
              no log (infra/api.tf:1)
                set it: fixes IG101 for 5 stages

            5 errors
            no API Gateway stage in 7 files (1.23 s)
            exit code 1: errors
            next: iac-guard explain IG101
            """);
  }

  @Test
  void aNarrowTerminalCutsTheCodeAndBreaksTheRest() {
    Finding finding =
        Finding.of("stage has no access log at all", FORMAT).labelled("x ".repeat(30));
    Report report = report(stack(List.of(fail(NO_LOG, subject(STAGE, "infra"), finding))));

    String text = Samples.written(out -> quiet(Style.PLAIN.within(24)).write(report, out));

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
                out -> quiet(Style.PLAIN).write(report(List.of(binary, missing, broken)), out)))
        .isEqualTo(
            """
            Not analysed

            error[IG001]: a block ends with '}'
              ┌─ infra/api.tf:1:41
             1│ resource "aws_api_gateway_stage" "prod" {
              │                                         ^

            error[IG001]: is not UTF-8
              ┌─ infra/x.tf

            warning[IG002]: module is missing
              ┌─ infra/api.tf:2:3
             2│   access_log_settings {
              │   ^^^^^^^^^^^^^^^^^^^

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
    assertThat(text.lines()).hasSize(11);
  }

  @Test
  void coloursEndWhereTheyBegan() {
    Finding finding = Finding.of("stage has no access log", FORMAT).labelled("here");
    Report report = report(stack(List.of(fail(NO_LOG, subject(STAGE, "infra"), finding))));

    String text = Samples.written(out -> quiet(Style.COLOURED).write(report, out));

    assertThat(text).contains("\u001B[1;91merror[IG101]\u001B[0m");
    assertThat(text.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo(Samples.written(out -> quiet(Style.PLAIN).write(report, out)));
  }

  private static TextReport quiet(Style style) {
    return new TextReport(style, true, false, report -> "");
  }

  private static String text(Verdict... verdicts) {
    Report report = report(stack(List.of(verdicts)));
    return Samples.written(out -> quiet(Style.PLAIN).write(report, out));
  }
}
