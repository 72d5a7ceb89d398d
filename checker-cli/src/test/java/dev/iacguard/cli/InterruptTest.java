package dev.iacguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of writing a file. */
class InterruptTest {
  @TempDir Path folder;

  /** Begins to write the file that it is told, says so, and never ends. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) throws IOException {
      CliEnvironment cliEnvironment = CliEnvironment.ofProcess(System.out, System.err);
      Output.write(
          Path.of(args[0]),
          cliEnvironment,
          out -> {
            out.write("half");
            out.flush();
            System.out.println("writing");
            try {
              Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          });
    }
  }

  @Test
  void leavesTheOldReportAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("report"), "old");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("writing");
      assertThat(names()).hasSize(2);

      String pid = Long.toString(process.pid());
      assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();

      assertThat(process.waitFor()).isEqualTo(130);
      assertThat(said.readLine()).isNull();
    }
    assertThat(names()).containsExactly("report");
    assertThat(Files.readString(file)).isEqualTo("old");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
