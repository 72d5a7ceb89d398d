package dev.iacguard.cli.report.stages;

import static dev.iacguard.cli.report.Samples.bareStage;
import static dev.iacguard.cli.report.Samples.report;
import static dev.iacguard.cli.report.Samples.stack;
import static dev.iacguard.cli.report.Samples.stage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.Report;
import dev.iacguard.cli.report.Samples;
import dev.iacguard.cli.report.Style;
import dev.iacguard.core.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagesTableTest {

  @Test
  void columnsAreAlignedAndTheFiguresFollow() {
    Report report =
        report(
            stack(
                List.of(),
                stage("aws_api_gateway_stage.prod", Map.of("IG101", Verdict.Kind.PASS)),
                stage("aws_api_gateway_stage.test", Map.of("IG104", Verdict.Kind.FAIL)),
                bareStage("Api$default", Map.of("IG101", Verdict.Kind.UNKNOWN))));

    assertThat(table(report))
        .isEqualTo(
            """
            infra  terraform
              STAGE                       API   LOG      FORMAT  EXPIRY  ROLE  VERDICT
              aws_api_gateway_stage.prod  REST  yes      json 2  30 d    yes   compliant
              aws_api_gateway_stage.test  REST  yes      json 2  30 d    yes   failing IG104
              Api$default                 HTTP  unknown  -       -       -     unknown IG101
              with the defaults of var.format

            Adherence   33 % of the stages are known to be compliant
            Access log  yes 2, unknown 1
            Retention   days 2, unknown 1
            Failing     IG104 1
            Unknown     IG101 1

            3 stages: 1 compliant, 1 failing, 0 conditional, 1 unknown (1.23 s)
            """);
  }

  @Test
  void aLongAddressKeepsALineOfItsOwn() {
    String id =
        "module.orders.module.rest_api.aws_api_gateway_stage.this[\"production-eu-west-1\"]";
    Report report = report(stack(List.of(), stage(id, Map.of())));

    assertThat(table(report).lines()).contains("  " + id).allMatch(line -> line.length() <= 100);
  }

  private static String table(Report report) {
    return Samples.written(out -> new StagesTable(Style.PLAIN, false).write(report, out));
  }
}
