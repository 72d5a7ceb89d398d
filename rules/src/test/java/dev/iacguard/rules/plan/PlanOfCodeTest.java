package dev.iacguard.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that Terraform made of code, and that code, are judged alike. */
class PlanOfCodeTest {
  /** Folders whose plans hide where a log goes, in a dynamic block. */
  private static final Set<String> HIDING =
      Set.of("dynamic-block", "dynamic-block-by-variable-file", "dynamic-block-for-each", "links");

  @TempDir Path elsewhere;

  static List<String> folders() throws IOException {
    try (Stream<Path> folders = Files.list(Said.plans())) {
      List<String> names =
          folders.filter(Files::isDirectory).map(path -> path.getFileName() + "").sorted().toList();
      assertThat(names).hasSizeGreaterThan(15).containsAll(HIDING);
      return names;
    }
  }

  private static CheckResult code(String folder) throws IOException {
    Path root = Said.plans().resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      List<String> names =
          files
              .map(file -> root.relativize(file).toString())
              .filter(name -> name.endsWith(".tf"))
              .sorted()
              .toList();
      return Said.of(root, Inputs.Plans.WHOLE, List.of(""), names);
    }
  }

  private static CheckResult plan(String folder, String file) throws IOException {
    return Said.of(Said.plans().resolve(folder), Inputs.Plans.WHOLE, List.of(file));
  }

  /** The plan finds its code by itself; it lies beside it. */
  @ParameterizedTest
  @MethodSource("folders")
  void sayTheSameFieldForField(String folder) throws IOException {
    assertThat(Said.lines(plan(folder, "plan.json"))).isEqualTo(Said.lines(code(folder)));
  }

  /** Without its code a plan says the same or says that it cannot tell. */
  @ParameterizedTest
  @MethodSource("folders")
  void aPlanAloneIsNeverWrong(String folder) throws IOException {
    Files.copy(Said.plans().resolve(folder).resolve("plan.json"), elsewhere.resolve("plan.json"));
    CheckResult alone = Said.of(elsewhere, Inputs.Plans.WHOLE, List.of("plan.json"));
    Map<String, Verdict.Kind> all = Said.kinds(code(folder));
    Map<String, Verdict.Kind> told = Said.kinds(alone);
    boolean hides =
        told.entrySet().stream()
            .anyMatch(
                verdict ->
                    verdict.getKey().startsWith("IG103")
                        && verdict.getValue() == Verdict.Kind.UNKNOWN
                        && all.get(verdict.getKey()) != Verdict.Kind.UNKNOWN);
    told.entrySet()
        .removeIf(
            verdict ->
                verdict.getValue() == Verdict.Kind.UNKNOWN
                    || verdict.getValue() == Verdict.Kind.NOT_APPLICABLE);
    assertThat(all).containsAllEntriesOf(told);
    assertThat(hides).isEqualTo(HIDING.contains(folder));
  }

  /** Once it is applied, the plan knows what the code leaves to the provider: the role's ARN. */
  @Test
  void anAppliedPlanKnowsTheRole() throws IOException {
    List<String> lines = Said.lines(plan("applied", "unchanged.json"));
    assertThat(lines.stream().map(line -> line.replaceAll("AccountRole\\[[^]]*]", "")))
        .isEqualTo(
            Said.lines(code("applied")).stream()
                .map(line -> line.replaceAll("AccountRole\\[[^]]*]", ""))
                .toList());
    assertThat(lines)
        .anyMatch(line -> line.contains("reference=arn:aws:iam::123456789012:role/logging-"));
  }

  @Test
  void onlyWhatThePlanChanges() throws IOException {
    CheckResult changed =
        Said.of(
            Said.plans().resolve("applied"),
            new Inputs.Plans(null, true),
            List.of("unchanged.json"));
    assertThat(Said.kinds(changed)).doesNotContainValue(Verdict.Kind.FAIL);
    assertThat(changed.reports().get(0).stages()).isEmpty();
    CheckResult one =
        Said.of(
            Said.plans().resolve("applied"), new Inputs.Plans(null, true), List.of("changed.json"));
    assertThat(Said.kinds(one).keySet().stream().filter(subject -> !subject.endsWith(" ")))
        .allMatch(subject -> subject.endsWith(" aws_cloudwatch_log_group.access[\"b\"]"))
        .contains("IG201 aws_cloudwatch_log_group.access[\"b\"]");
  }
}
