package dev.iacguard.cli.report;

import static dev.iacguard.cli.report.Samples.API;
import static dev.iacguard.cli.report.Samples.FIELDS;
import static dev.iacguard.cli.report.Samples.NO_LOG;
import static dev.iacguard.cli.report.Samples.bareStage;
import static dev.iacguard.cli.report.Samples.fail;
import static dev.iacguard.cli.report.Samples.find;
import static dev.iacguard.cli.report.Samples.report;
import static dev.iacguard.cli.report.Samples.stack;
import static dev.iacguard.cli.report.Samples.stage;
import static dev.iacguard.cli.report.Samples.subject;
import static dev.iacguard.cli.report.Samples.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.report.stages.StagesJson;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Finding FINDING =
      Finding.of("lacks latency", find(API, "format"))
          .with(List.of(new Finding.Related("the block", find(API, "access_log_settings"))));

  @Test
  void aCheckReportHasThePublishedShape() {
    Report report =
        report(
            List.of(Problem.unreadable(find(API, "{"), "broken \u001B \uD800")),
            stack(
                List.of(
                    fail(FIELDS, subject("a", "infra"), FINDING),
                    verdict(NO_LOG, subject("b", "infra"), Verdict.Kind.CONDITIONAL, "x", FINDING),
                    verdict(NO_LOG, subject("c", "infra"), Verdict.Kind.UNKNOWN, "", FINDING),
                    verdict(NO_LOG, subject("d", "infra"), Verdict.Kind.PASS, "", null)),
                stage("a", Map.of("IG104", Verdict.Kind.FAIL))));

    String json = Samples.written(out -> new JsonReport(ReportSource.NONE).write(report, out));

    Schemas.CHECK.accepts(json);
    assertThat(json)
        .startsWith("{\"schemaVersion\":1,\"tool\":{\"name\":\"iac-guard\",\"version\":\"1.2.3\"},")
        .contains(
            "\"location\":{\"path\":\"infra/api.tf\",\"line\":3,\"column\":5,"
                + "\"endLine\":3,\"endColumn\":11}")
        .contains("\"errors\":2,\"warnings\":0,\"notes\":0,\"undecided\":1");
  }

  @Test
  void aStagesReportHasThePublishedShape() {
    Report report =
        report(
            List.of(Problem.notAvailable(find(API, "{"), "not there")),
            stack(
                List.of(),
                stage("a", Map.of("IG104", Verdict.Kind.FAIL)),
                stage("b", Map.of("IG104", Verdict.Kind.CONDITIONAL)),
                stage("c", Map.of("IG104", Verdict.Kind.PASS)),
                bareStage("d", Map.of("IG101", Verdict.Kind.UNKNOWN))));

    String json = Samples.written(out -> new StagesJson(ReportSource.NONE).write(report, out));

    Schemas.STAGES.accepts(json);
    assertThat(json)
        .contains("\"tags\":{\"CostCenter\":null,\"Owner\":\"team\"},\"tagsComplete\":false")
        .contains(
            "\"summary\":{\"stages\":4,\"compliant\":1,\"nonCompliant\":2,\"unknown\":1,"
                + "\"adherence\":0.25,");
  }

  @Test
  void theSchemasRefuseWhatTheyDoNotKnow() {
    String json = Samples.written(out -> new JsonReport(ReportSource.NONE).write(report(), out));

    Schemas.CHECK.accepts(json);
    Schemas.CHECK.refuses(json.replace("\"problems\"", "\"problem\""));
    Schemas.CHECK.refuses(json.replace("\"findings\":[]", "\"findings\":[{}]"));
    Schemas.STAGES.refuses(json);
  }
}
