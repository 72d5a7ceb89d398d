package dev.iacguard.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that Terraform made of other fixtures, with the code named, and that code. */
class PlanOfFixtureTest {
  private static final Path FIXTURES = Said.plans().resolveSibling("");
  private static final String PLANS = "plans-of-fixtures/";

  @TempDir Path elsewhere;

  static List<String> folders() throws IOException {
    Path plans = FIXTURES.resolve(PLANS);
    try (Stream<Path> files = Files.walk(plans)) {
      List<String> names =
          files
              .map(file -> plans.relativize(file).toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.substring(0, name.length() - ".json".length()))
              .sorted()
              .toList();
      assertThat(names).hasSizeGreaterThan(60);
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void saysTheSameFieldForField(String folder) throws IOException {
    CheckResult plan =
        Said.of(FIXTURES, new Inputs.Plans(folder, false), List.of(PLANS + folder + ".json"));
    assertThat(Said.lines(plan)).isNotEmpty().isEqualTo(Said.lines(code(folder)));
  }

  /** Without its code a plan says the same or says that it cannot tell. */
  @ParameterizedTest
  @MethodSource("folders")
  void aloneItIsNeverWrong(String folder) throws IOException {
    Files.copy(FIXTURES.resolve(PLANS + folder + ".json"), elsewhere.resolve("plan.json"));
    CheckResult alone = Said.of(elsewhere, Inputs.Plans.WHOLE, List.of("plan.json"));
    Map<String, Verdict.Kind> told = Said.kinds(alone);
    assertThat(told).isNotEmpty();
    told.values().removeAll(Set.of(Verdict.Kind.UNKNOWN, Verdict.Kind.NOT_APPLICABLE));
    assertThat(Said.kinds(code(folder))).containsAllEntriesOf(told);
  }

  /** With the values that the plan was made with. */
  private static CheckResult code(String folder) throws IOException {
    String values = PLANS + folder + ".tfvars";
    List<VariableSource> variables =
        Files.exists(FIXTURES.resolve(values))
            ? List.of(new VariableSource.VarFile(values))
            : List.of();
    try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
      List<String> names =
          files
              .map(file -> FIXTURES.relativize(file).toString())
              .filter(name -> name.endsWith(".tf") || name.endsWith(".tf.json"))
              .sorted()
              .toList();
      Inputs inputs = new Inputs(Map.of(), variables, List.of(), List.of(), Inputs.Plans.WHOLE);
      return Said.of(FIXTURES, inputs, List.of(folder), names);
    }
  }
}
