package dev.iacguard.cli.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void aLongRunShowsOneLineAndClearsIt() throws InterruptedException {
    TerminalProgress progress = new TerminalProgress(err, true);
    progress.judging("early", 1, 3);
    Thread.sleep(1_010);
    progress.judging("in\u001B[2Jfra", 2, 3);
    progress.judging("at once after it", 3, 3);
    progress.done();

    assertThat(written.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001B[Kjudging 2 of 3: in␛[2Jfra\r\u001B[K");
  }

  @Test
  void nothingIsWrittenWhereNobodyLooks() throws InterruptedException {
    TerminalProgress progress = new TerminalProgress(err, false);
    Thread.sleep(1_010);
    progress.judging("infra", 1, 1);
    progress.done();

    assertThat(written.size()).isZero();
  }
}
