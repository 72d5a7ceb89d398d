package dev.iacguard.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.RuleTestResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests that stand beside a custom rule, and its page. */
class RuleTestsTest {
  private static final String RULE =
      """
      custom-rules:
        - id: ACME1
          name: short-log
          title: Logs are kept
          for: stage
          when: stage.name != 'sandbox'
          require: stage.logGroup.retentionDays >= 365
          message: "{stage.name} keeps {stage.logGroup.retentionDays} days"
          help: keep it longer
          tests:
      """;

  @TempDir Path folder;

  private PolicyFolder with(String test) throws IOException {
    return new PolicyFolder(folder)
        .write("iac-guard.yaml", RULE + "      - {name: one, " + test + "}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a, logGroup: {retentionDays: 365}     | []                        | PASS",
        "name: a, logGroup: {retentionDays: 7}       | []                        | FAIL",
        "name: sandbox                               | []                        | NOT_APPLICABLE",
        "name: a, logGroup: {name: b}                | [logGroup.retentionDays]  | UNKNOWN",
        "name: a                                     | [logGroup.retentionDays]  | UNKNOWN",
        "logGroup: {retentionDays: 400}              | [name]                    | UNKNOWN"
      })
  void saysWhatTheRuleSaysOfTheSubject(String subject, String unknown, Verdict.Kind verdict)
      throws IOException {
    PolicyFolder files =
        with("subject: {" + subject + "}, unknown: " + unknown + ", verdict: pass");
    RuleTestResult result =
        ((PolicyResult.Ready) files.read()).pack().testRules().iterator().next();
    assertThat(result.actual()).isEqualTo(verdict);
    assertThat(result.expected()).isEqualTo(Verdict.Kind.PASS);
    assertThat(result.passed()).isEqualTo(verdict == Verdict.Kind.PASS);
    if (verdict == Verdict.Kind.FAIL) {
      assertThat(result.message()).isEqualTo("a keeps 7 days");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject: x, verdict: pass                           | the fields of a Stage are expected",
        "subject: {nam: x}, verdict: pass                    | a Stage has no field 'nam'; did you",
        "subject: {name: 3}, verdict: pass                   | 'name' is no string",
        "subject: {tags: x}, verdict: pass                   | 'tags' is no map",
        "subject: {logGroup: {nam: x}}, verdict: pass        | a LogGroup has no field 'nam'",
        "subject: {logGroup: {retentionDays: x}}, verdict: pass | 'retentionDays' is no int",
        "subject: {accessLog: {variables: x}}, verdict: pass | 'variables' is no list",
        "subject: {}, unknown: [nam], verdict: pass          | a Stage has no field 'nam'",
        "subject: {}, unknown: [logGroup.nam], verdict: pass | a LogGroup has no field 'nam'"
      },
      quoteCharacter = '"')
  void aSubjectHasToBeOne(String test, String error) throws IOException {
    assertThat(with(test).errors()).singleElement().asString().contains(error);
  }

  @Test
  void theSubjectOfARuleIsOneOfAFew() throws IOException {
    String rule = RULE.replace("for: stage", "for: stages").replace("    tests:\n", "");
    assertThat(new PolicyFolder(folder).write("iac-guard.yaml", rule).errors())
        .singleElement()
        .asString()
        .contains("one of stage, log-group, role, stack, resource(\"TYPE\") is expected");
  }

  @Test
  void thePageSaysWhatTheRuleAsks() throws IOException {
    PolicyResult.Ready ready = (PolicyResult.Ready) with("subject: {}, verdict: pass").read();
    assertThat(ready.pack().page("ACME1"))
        .startsWith("# ACME1 short-log\n\nLogs are kept.\n")
        .contains("iac-guard.yaml, line 7.", "It applies where\n\n    stage.name != 'sandbox'\n")
        .contains("It requires\n\n    stage.logGroup.retentionDays >= 365\n")
        .endsWith("## What to do\n\nkeep it longer.\n");
  }
}
