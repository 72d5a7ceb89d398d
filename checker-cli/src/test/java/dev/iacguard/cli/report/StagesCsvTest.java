package dev.iacguard.cli.report;

import static dev.iacguard.cli.report.Samples.API;
import static dev.iacguard.cli.report.Samples.NO_LOG;
import static dev.iacguard.cli.report.Samples.bareStage;
import static dev.iacguard.cli.report.Samples.find;
import static dev.iacguard.cli.report.Samples.report;
import static dev.iacguard.cli.report.Samples.stack;
import static dev.iacguard.cli.report.Samples.stage;
import static dev.iacguard.cli.report.Samples.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.stages.StagesCsv;
import dev.iacguard.core.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagesCsvTest {

  /** A value that is not known is an empty cell, never the word null. */
  @Test
  void unknownValuesAreEmptyCells() {
    Report report =
        report(
            stack(
                List.of(),
                bareStage("bare", Map.of(NO_LOG.id(), Verdict.Kind.UNKNOWN)),
                stage("whole", Map.of(NO_LOG.id(), Verdict.Kind.PASS))));
    String line = String.valueOf(find(API, "format").line());
    String whole = String.valueOf(find(API, "resource \"aws_api_gateway_stage\"").line());

    assertThat(written(out -> new StagesCsv().write(report, out)).lines().skip(1))
        .containsExactly(
            "infra,bare,,quick-create,HTTP,sam,infra/api.tf,"
                + line
                + ",unknown,,,,,,not-required,unknown,IG101",
            "infra,whole,prod,declared,REST,terraform,infra/api.tf,"
                + whole
                + ",yes,json,$context.requestId $context.status,aws_cloudwatch_log_group.logs,days,"
                + "30,declared,compliant,");
  }
}
