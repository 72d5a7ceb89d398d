package dev.iacguard.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What guided runs have found, and what they start from. */
class FuzzCorpusTest {

  @ParameterizedTest
  @EnumSource(FuzzTarget.class)
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void everyStoredInputIsRead(FuzzTarget target) throws IOException {
    List<Path> inputs = FuzzRun.files(FuzzRun.corpus(target));

    assertThat(inputs).isNotEmpty();
    for (Path input : inputs) {
      try {
        target.runTwice(Files.readAllBytes(input));
      } catch (RuntimeException | Error e) {
        throw new AssertionError(target.title() + " fails with " + input, e);
      }
    }
  }
}
