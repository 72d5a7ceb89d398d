package dev.iacguard.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedFindingsTest {
  private static final Span PLACE = new SourceFile("api.tf", "a = 1\nb = 2\n").span(0, 1);
  private static final RuleInfo FIELDS = rule("IG104", Severity.ERROR);
  private static final Finding FINDING = Finding.of("lacks latency", PLACE);

  @Test
  void fingerprintsDependOnRuleStackAndSubjectAlone() {
    Finding moved = Finding.of("lacks latency", PLACE.file().span(6, 7));
    String fingerprint = fingerprint(fail(FIELDS, "a", "infra", FINDING));

    assertThat(fingerprint).matches("[0-9a-f]{32}");
    assertThat(fingerprint(fail(FIELDS, "a", "infra", moved))).isEqualTo(fingerprint);
    assertThat(
            List.of(
                fingerprint(fail(rule("IG101", Severity.ERROR), "a", "infra", FINDING)),
                fingerprint(fail(FIELDS, "b", "infra", FINDING)),
                fingerprint(fail(FIELDS, "a", "other", FINDING))))
        .doesNotContain(fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void twoFindingsOfOneRuleOnOneSubjectHaveTwoFingerprints() {
    Verdict verdict = fail(FIELDS, "a", "infra", FINDING);

    assertThat(reportedFindings(verdict, verdict))
        .extracting(ReportedFinding::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFindingMayWeighLessThanItsRuleAndNeverMore() {
    assertThat(
            reportedFindings(
                fail(FIELDS, "a", "infra", FINDING.weighing(Severity.WARNING)),
                fail(rule("IG110", Severity.NOTE), "a", "infra", FINDING.weighing(Severity.ERROR)),
                fail(rule("IG206", Severity.OFF), "a", "infra", FINDING)))
        .extracting(ReportedFinding::severity)
        .containsExactly(Severity.WARNING, Severity.NOTE);
  }

  @Test
  void whatWasKnownBeforeDoesNotCount() {
    ReportedFinding reportedFinding = reportedFindings(fail(FIELDS, "a", "infra", FINDING)).get(0);

    assertThat(reportedFinding.counts()).isTrue();
    assertThat(reportedFinding.standing(BaselineState.WORSE).counts()).isTrue();
    assertThat(reportedFinding.standing(BaselineState.KNOWN).counts()).isFalse();
    assertThat(
            reportedFinding
                .suppressedBy(
                    new Suppression(Suppression.Kind.POLICY, "sandbox", null, null, PLACE))
                .counts())
        .isFalse();
  }

  private static RuleInfo rule(String id, Severity severity) {
    return new RuleInfo(id, "bad-pattern", "Bad pattern", severity);
  }

  private static Verdict fail(RuleInfo rule, String id, String stack, Finding finding) {
    Subject subject = new Subject("stage", id, "REST", stack, List.of());
    return new Verdict(rule, subject, PLACE, Verdict.Kind.FAIL, "", finding);
  }

  private static List<ReportedFinding> reportedFindings(Verdict... verdicts) {
    StackReport report = new StackReport("infra", List.of(verdicts), List.of(), List.of());
    return ReportedFindings.of(
        new CheckResult(List.of(report), List.of(), List.of(), List.of(), 1), path -> path);
  }

  private static String fingerprint(Verdict verdict) {
    return reportedFindings(verdict).get(0).fingerprint();
  }
}
