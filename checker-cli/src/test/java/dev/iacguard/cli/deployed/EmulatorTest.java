package dev.iacguard.cli.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.Cli;
import dev.iacguard.cli.Emulator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The printed script, run with the AWS CLI against an emulator of AWS, exports what every label
 * says.
 */
class EmulatorTest {
  @TempDir private Path folder;

  @Test
  void everyStageHasItsLabel() throws IOException, InterruptedException {
    try (Emulator emulator = Emulator.in(folder)) {
      emulator.fill("estate.py");
      emulator.collect();
      emulator.collect("us-east-1");
    }
    assertThat(Estate.seen(folder)).isEqualTo(Estate.labels());
  }

  @Test
  void templatesOfStacksAreCode() throws IOException, InterruptedException {
    try (Emulator emulator = Emulator.in(folder)) {
      emulator.fill("stacks.py");
      emulator.collect();
    }
    String templates = "templates/" + Emulator.ACCOUNT + "/eu-west-1/";
    Cli.Run run =
        Cli.in(folder)
            .run(
                "check",
                "templates",
                "--root",
                ".",
                "--deployed",
                Emulator.ACCOUNT,
                "--format",
                "json");

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"stack\":\"" + templates + "carts.yaml\"")
        .contains("\"stack\":\"" + templates + "orders.json\"")
        .doesNotContain("IG404", "IG003", "IG109");
    assertThat(folder.resolve(templates + "carts.yaml")).content().startsWith("# kept");
  }
}
