package dev.iacguard.cli.deployed;

import static org.assertj.core.api.Assertions.assertThat;

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
}
