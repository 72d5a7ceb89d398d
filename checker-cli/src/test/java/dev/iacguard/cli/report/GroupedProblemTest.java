package dev.iacguard.cli.report;

import static dev.iacguard.cli.report.Samples.API;
import static dev.iacguard.cli.report.Samples.LOCALS;
import static dev.iacguard.cli.report.Samples.find;
import static dev.iacguard.cli.report.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupedProblemTest {
  private static final Span FIRST = find(API, "{");
  private static final Span SECOND = find(LOCALS, "var.format");

  @Test
  void partsOfTemplatesAreSaidOnce() {
    GroupedProblem parts =
        only(part(FIRST, "refers to 3 names"), part(SECOND, "refers to 5 names"));

    assertThat(parts.message()).isEqualTo("file can only be a part of a template (2 places)");
    assertThat(parts.others()).isEqualTo(SECOND.toString());
    assertThat(parts.apart())
        .extracting(GroupedProblem::message)
        .containsExactly(
            "file can only be a part of a template: refers to 3 names",
            "file can only be a part of a template: refers to 5 names");
    assertThat(only(part(FIRST, "refers to 3 names")).message()).endsWith(": refers to 3 names");
  }

  @Test
  void mistakesStayApart() {
    assertThat(items(Problem.unreadable(FIRST, "a brace"), Problem.unreadable(SECOND, "a brace")))
        .hasSize(2);
  }

  private static Problem part(Span at, String names) {
    return Problem.unreadable(at, Problem.PART_OF_TEMPLATE + ": " + names);
  }

  private static GroupedProblem only(Problem... problems) {
    List<GroupedProblem> items = items(problems);
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private static List<GroupedProblem> items(Problem... problems) {
    return ReportItems.of(report(List.of(problems))).notAnalysed();
  }
}
