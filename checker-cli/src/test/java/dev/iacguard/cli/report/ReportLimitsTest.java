package dev.iacguard.cli.report;

import static dev.iacguard.cli.report.Samples.CLASS;
import static dev.iacguard.cli.report.Samples.NO_LOG;
import static dev.iacguard.cli.report.Samples.fail;
import static dev.iacguard.cli.report.Samples.report;
import static dev.iacguard.cli.report.Samples.stack;
import static dev.iacguard.cli.report.Samples.subject;
import static dev.iacguard.cli.report.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.sarif.SarifReport;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services refuse reports that are too large, so reports stop before that and say so. */
class ReportLimitsTest {
  private static final SourceFile FILE = new SourceFile("api.tf", "x\n".repeat(30_000));

  /** Findings at different places; every third one is a warning. */
  private static Report findings(int number, String message) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Finding finding = Finding.of(message, FILE.span(2 * i, 2 * i + 1)).helped("add it");
      verdicts.add(fail(i % 3 == 2 ? CLASS : NO_LOG, subject("s" + i, "infra"), finding));
    }
    return report(stack(verdicts));
  }

  @ParameterizedTest
  @CsvSource({"24999, 0", "25000, 0", "25001, 1", "25100, 100"})
  void codeScanningTakesAllResults(int findings, int dropped) {
    Report report = findings(findings, "stage has no access log");
    String sarif = written(out -> new SarifReport(any -> 1).write(report, out));

    assertThat(count("\"ruleIndex\":", sarif)).isEqualTo(findings - dropped);
    assertThat(sarif.contains(dropped + " results are not in this file")).isEqualTo(dropped > 0);
    // Warnings are the least urgent here, so that every error is left.
    assertThat(count("\"ruleId\":\"IG101\"", sarif)).isEqualTo((findings * 2L + 2) / 3);
  }

  @ParameterizedTest
  @CsvSource({"1", "100", "200", "3000"})
  void aCommentFits(int findings) {
    Report report = findings(findings, "stage has no access log \u00e9\u00e9\u00e9 @someone");
    String page = written(out -> MarkdownReport.comment(SourceLinks.NONE).write(report, out));

    assertThat(page.length()).isLessThanOrEqualTo(65_536);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(65_536);
    assertThat(page.contains("Not shown: ")).isEqualTo(findings > 200);
    int listed = count("\n- \\*\\*(error|warning)\\*\\*", page);
    assertThat(findings > 200 ? 0 : findings).isLessThanOrEqualTo(listed);
  }

  @ParameterizedTest
  @CsvSource({"9, 6, 3", "15, 10, 5", "16, 10, 5", "60, 10, 10"})
  void annotationsAreNotMoreThanAStepShows(int findings, int errors, int warnings) {
    Report report = findings(findings, "stage has no access log");
    String text = written(out -> new GithubReport(false).write(report, out));

    assertThat(count("(?m)^::error ", text)).isEqualTo(errors);
    assertThat(count("(?m)^::warning ", text)).isEqualTo(warnings);
  }

  @ParameterizedTest
  @CsvSource({"19999, 0", "20000, 0", "20001, 1", "20100, 100"})
  void gitlabTakesAllTests(int findings, int dropped) {
    Report report = findings(findings, "stage has no access log");
    // Every third finding is a warning, which passes with its text.
    JunitReport junit = new JunitReport(one -> one.severity() == Severity.ERROR);
    String xml = written(out -> junit.write(report, out));

    assertThat(count("<testcase ", xml)).isEqualTo(findings - dropped + (dropped > 0 ? 1 : 0));
    assertThat(count("<failure ", xml)).isEqualTo((findings * 2 + 2) / 3);
    assertThat(count("<system-out>", xml)).isEqualTo(findings / 3 - dropped);
    assertThat(xml.contains(dropped + " tests are not in this file")).isEqualTo(dropped > 0);
    assertThat(xml.getBytes(StandardCharsets.UTF_8).length).isLessThan(30_000_000);
  }

  @ParameterizedTest
  @CsvSource({"100", "6000", "20000"})
  void aStepSummaryFits(int findings) {
    Report report = findings(findings, "stage has no access log \u00e9\u00e9\u00e9 @someone");
    String page =
        written(out -> MarkdownReport.summary(SourceLinks.NONE, 1_000_000).write(report, out));

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1_000_000);
    assertThat(page.contains("Not shown: ")).isEqualTo(findings > 10_000);
  }

  @Test
  void everyEntryIsThereForPrograms() {
    Report report = findings(2_500, "stage has no access log");

    assertThat(
            count(
                "\"fingerprint\":",
                written(out -> new JsonReport(ReportSource.NONE).write(report, out))))
        .isEqualTo(2_500);
    assertThat(count("\"fingerprint\":", written(out -> new GitlabReport().write(report, out))))
        .isEqualTo(2_500);
  }

  private static int count(String pattern, String text) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
