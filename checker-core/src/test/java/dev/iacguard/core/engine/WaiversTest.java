package dev.iacguard.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.suppression.ResourceGlob;
import dev.iacguard.core.engine.suppression.SuppressionFilter;
import dev.iacguard.core.engine.suppression.SuppressionResult;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.Waiver;
import dev.iacguard.core.rule.report.PortfolioStatistics;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waivers of a policy cover, and what is wrong with them. */
class WaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final RuleInfo RETENTION =
      new RuleInfo("IG202", "log-group-retention-outside-policy", "Title", Severity.ERROR);
  private static final Span POLICY = new SourceFile("iac-guard.yaml", "rule: IG202").all();
  private static final Span CODE =
      new SourceFile("infra/dev/modules/logs/main.tf", "retention_in_days = 1").all();

  @ParameterizedTest
  @CsvSource({
    "aws_cloudwatch_log_group.debug,          '',             true",
    "module.logs[0].aws_cloudwatch_log_group.debug[\"a\"], '', true",
    "module.logs[0].aws_cloudwatch_log_group.debug, '',       true",
    "*.debug,                                 '',             true",
    "*,                                       '',             true",
    "*debug*,                                 infra/dev,      true",
    "*debug*,                                 infra/dev/**,   true",
    "*debug*,                                 infra/*,        true",
    "*debug*,                                 **/logs,        true",
    "*debug*,                                 **/main.tf,     true",
    "*debug*,                                 stacks/dev,     true",
    "*debug*,                                 infra/prod,     false",
    "*debug*,                                 dev,            false",
    "*debug*,                                 infra/d,        false",
    "module.logs[0].aws_cloudwatch_log_group.debu, '',        false",
    "module.*.aws_cloudwatch_log_group.audit, '',             false",
    "*a*b*c*d*e*,                             '',             false",
  })
  void resourceAndPathArePatterns(String resource, String path, boolean covered) {
    String id =
        resource.equals("aws_cloudwatch_log_group.debug")
            ? resource
            : "module.logs[0].aws_cloudwatch_log_group.debug[\"a\"]";

    SuppressionResult suppressionResult =
        screen(id, waiver("IG202", resource, path.isEmpty() ? null : path, "sandbox", null));

    assertThat(suppressionResult.reportedFindings())
        .singleElement()
        .satisfies(
            reportedFinding ->
                assertThat(reportedFinding.suppression() != null).isEqualTo(covered));
    assertThat(suppressionResult.problems()).hasSize(covered ? 0 : 1);
    assertThat(suppressionResult.exceptions())
        .singleElement()
        .satisfies(applied -> assertThat(applied.resources()).hasSize(covered ? 1 : 0));
  }

  @ParameterizedTest
  @CsvSource({
    "IG202,                              sandbox, 2026-11-01, false, ''",
    "log-group-retention-outside-policy, sandbox, '',         false, ''",
    "IG202, sandbox, 2026-10-31, false, the suppression of IG202 ended on 2026-10-31: sandbox",
    "IG202, sandbox, '',         true,  'the suppression of IG202 has no expiry date, but the policy"
        + " requires one (until)'",
    "IG202, '',      '',         false, the suppression of IG202 has no reason",
    "IG203, sandbox, '',         false, unknown rule 'IG203'; did you mean 'IG202'?",
  })
  void aWaiverSaysAllItHasTo(
      String rule, String reason, String until, boolean needExpiry, String problem) {
    Waiver waiver =
        waiver(rule, "*", null, reason, until.isEmpty() ? null : LocalDate.parse(until));

    SuppressionResult suppressionResult = screen("a", needExpiry, List.of(), true, waiver);

    assertThat(suppressionResult.problems().stream().map(Problem::message))
        .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    assertThat(suppressionResult.problems()).allMatch(wrong -> wrong.at().equals(POLICY));
    assertThat(suppressionResult.reportedFindings().get(0).counts()).isEqualTo(!problem.isEmpty());
  }

  @Test
  void aWaiverIsIdleOnlyWhenEverythingWasSeen() {
    Waiver idle = waiver("IG202", "other", null, "sandbox", null);
    List<Problem> missing = List.of(Problem.notAvailable(CODE, "module is not there"));

    assertThat(screen("a", false, List.of(), true, idle).problems())
        .singleElement()
        .isEqualTo(Problem.invalidWaiver(POLICY, "the suppression of IG202 matches no finding"));
    assertThat(screen("a", false, List.of(), false, idle).problems()).isEmpty();
    assertThat(screen("a", false, missing, true, idle).problems()).isEmpty();
  }

  /** A pattern that goes back at every star would never end here. */
  @Test
  @Timeout(60)
  void hostilePatternsTakeNoTime() {
    assertThat(new ResourceGlob("a*".repeat(500) + "b").matches("a".repeat(20_000))).isFalse();
  }

  private static Waiver waiver(
      String rule,
      String resource,
      @Nullable String path,
      String reason,
      @Nullable LocalDate until) {
    return new Waiver(rule, resource, path, reason, null, until, POLICY);
  }

  private static SuppressionResult screen(String id, Waiver... waivers) {
    return screen(id, false, List.of(), true, waivers);
  }

  private static SuppressionResult screen(
      String id, boolean needExpiry, List<Problem> problems, boolean whole, Waiver... waivers) {
    Subject subject = new Subject("log group", id, "", "stacks/dev (prod)", List.of());
    Finding finding = Finding.of("keeps logs for a day", CODE);
    Verdict verdict = new Verdict(RETENTION, subject, CODE, Verdict.Kind.FAIL, "", finding);
    StackReport stack = new StackReport(subject.stack(), List.of(verdict), List.of(), problems);
    CheckResult result =
        new CheckResult(
            List.of(stack),
            problems,
            List.of(),
            List.of(),
            1,
            new AnalysisScope(() -> whole, false, List.of()),
            PortfolioStatistics.NONE,
            List.of());
    return SuppressionFilter.apply(
        ReportedFindings.of(result, path -> path),
        result,
        new SuppressionResult.Terms(List.of(RETENTION), List.of(waivers), needExpiry, TODAY),
        path -> path);
  }
}
