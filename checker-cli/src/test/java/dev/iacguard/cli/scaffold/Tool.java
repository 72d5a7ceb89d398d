package dev.iacguard.cli.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs that judge a scaffold. */
public final class Tool {
  /** Judging with these programs takes minutes, so that it has to be asked for. */
  private static final String SLOW = "iacguard.scaffold";

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private Tool() {}

  public static void needs(String program) {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
        program + " is not installed");
  }

  static void needsTime() {
    assumeTrue(System.getProperty(SLOW) != null, "-D" + SLOW + " is not set");
  }

  /** What it prints, errors included; it has to end well. */
  public static String run(Path folder, Map<String, String> environment, String... command) {
    return run(folder, environment, LONGEST, command);
  }

  /**
   * @param longest how long it may take
   */
  static String run(
      Path folder, Map<String, String> environment, Duration longest, String... command) {
    try {
      Path out = Files.createTempFile("tool", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(List.of(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      String printed = Files.readString(out);
      Files.delete(out);
      assertThat(ended && process.exitValue() == 0)
          .as(() -> String.join(" ", command) + " in " + folder + "\n" + printed)
          .isTrue();
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
