package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples that a release contains, and that its class archive is trained with. */
class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("iacguard.root")).resolve("fixtures/examples");

  @Test
  void everyLanguageHasStages() {
    Cli.Run run = Cli.in(EXAMPLES).run("stages", "payments");

    assertThat(run.out())
        .contains(
            "payments/infra  terraform",
            "payments/functions/template.yaml  sam",
            "payments/ledger/template.json  cloudformation",
            "7 stages: 3 compliant, 4 failing, 0 conditional, 0 unknown");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void allIsRead() {
    Cli.Run run = Cli.in(EXAMPLES).run("check", ".", "--fail-on", "never");

    assertThat(run.out()).doesNotContain("IG001");
    assertThat(run.code()).isZero();
  }
}
