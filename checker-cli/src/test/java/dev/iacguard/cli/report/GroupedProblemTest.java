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

    assertThat(parts.message()).isEqualTo("2 files can only be parts of templates");
    assertThat(parts.others()).isEqualTo(SECOND.toString());
    assertThat(parts.apart())
        .extracting(GroupedProblem::message)
        .containsExactly(
            "file can only be a part of a template: refers to 3 names",
            "file can only be a part of a template: refers to 5 names");
    assertThat(only(part(FIRST, "refers to 3 names")).message()).endsWith(": refers to 3 names");
  }

  /** One command fetches them all. */
  @Test
  void modulesThatAreMissingAreOneItem() {
    Span third = find(LOCALS, "{");

    GroupedProblem missing = only(module("a", FIRST), module("a", SECOND), module("b", third));

    assertThat(missing.message()).isEqualTo("2 modules are missing (3 places)");
    assertThat(missing.others()).isEqualTo(third + ", " + SECOND);
    assertThat(missing.apart()).extracting(GroupedProblem::message).contains("module b is missing");
    assertThat(only(module("a", FIRST), module("a", SECOND)).message())
        .isEqualTo("module a is missing (2 places)");
  }

  @Test
  void placesBeyondTheFirstFewAreCounted() {
    Problem[] many = new Problem[6];
    for (int i = 0; i < many.length; i++) {
      many[i] = module("m" + i, API.span(i, i + 1));
    }

    assertThat(only(many).others()).endsWith(" and 2 more");
  }

  private static Problem module(String name, Span at) {
    return Problem.notAvailable(at, "module " + name + " is missing")
        .amongOthers("modules are missing");
  }

  @Test
  void mistakesStayApart() {
    assertThat(items(Problem.unreadable(FIRST, "a brace"), Problem.unreadable(SECOND, "a brace")))
        .hasSize(2);
  }

  private static Problem part(Span at, String names) {
    return Problem.unreadable(at, "file can only be a part of a template: " + names)
        .amongOthers("files can only be parts of templates");
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
