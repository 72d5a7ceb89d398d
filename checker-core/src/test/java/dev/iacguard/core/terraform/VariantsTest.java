package dev.iacguard.core.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Inputs.VariableSource;
import dev.iacguard.core.model.Inputs.Variant;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.StackSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stack, several sets of variable files. */
class VariantsTest {
  private static final String STACK =
      """
      variable "days" {
        type    = number
        default = 1
      }
      resource "aws_cloudwatch_log_group" "g" { retention_in_days = var.days }
      """;

  @TempDir Path folder;
  private TerraformCode code;

  @BeforeEach
  void declare() {
    code =
        TerraformCode.in(folder)
            .file("infra/main.tf", STACK)
            .file("infra/terraform.tfvars", "days = 3")
            .file("infra/env/dev.tfvars", "days = 7")
            .file("infra/env/prod.tfvars", "days = 365")
            .file("infra/env/eu.tfvars.json", "{\"days\": 400}")
            .file("other/main.tf", STACK)
            .file("everywhere.tfvars", "days = 14");
  }

  /** {@code stack: days} for each stack that is found. */
  private List<String> days(List<VariableSource> options, Variant... variants) {
    Inputs inputs = new Inputs(Map.of(), options, List.of(variants), List.of());
    List<String> days = new ArrayList<>();
    for (StackSource source : code.discover(inputs, "").stacks()) {
      Stack stack = source.load();
      assertThat(stack.name()).isEqualTo(source.name());
      days.add(
          stack.name()
              + ": "
              + Shown.value(
                  stack.resources("aws_cloudwatch_log_group").get(0).get("retention_in_days")));
    }
    return days;
  }

  @Test
  void aStackIsJudgedOnceForEachOfItsVariants() {
    assertThat(
            days(
                List.of(),
                new Variant("dev", List.of("infra/env/dev.tfvars")),
                new Variant("prod", List.of("infra/env/prod.tfvars")),
                new Variant("eu", List.of("infra/env/prod.tfvars", "infra/env/eu.tfvars.json"))))
        .containsExactly("infra (dev): 7", "infra (prod): 365", "infra (eu): 400", "other: 1");
  }

  @Test
  void withoutVariantsThereIsOneStackWhateverFilesLieAbout() {
    assertThat(days(List.of())).containsExactly("infra: 3", "other: 1");
  }

  @Test
  void aVariantThatNoStackHoldsIsOfEveryStack() {
    assertThat(days(List.of(), new Variant("all", List.of("everywhere.tfvars"))))
        .containsExactly("infra (all): 14", "other (all): 14");
  }

  @Test
  void optionsWinOverVariants() {
    assertThat(
            days(
                List.of(new VariableSource.Assignment("days", "30")),
                new Variant("dev", List.of("infra/env/dev.tfvars"))))
        .containsExactly("infra (dev): 30", "other: 30");
  }

  @Test
  void aBrokenFileThatVariantsShareIsReportedOnce() {
    code.file("infra/common.auto.tfvars", "days = = 1");
    Inputs inputs =
        new Inputs(
            Map.of(),
            List.of(),
            List.of(
                new Variant("dev", List.of("infra/env/dev.tfvars")),
                new Variant("prod", List.of("infra/env/prod.tfvars"))),
            List.of());

    Set<Problem> problems = new LinkedHashSet<>();
    code.discover(inputs, "infra")
        .stacks()
        .forEach(source -> problems.addAll(source.load().problems()));

    assertThat(problems)
        .extracting(problem -> problem.at().toString())
        .containsExactly("infra/common.auto.tfvars:1");
  }
}
