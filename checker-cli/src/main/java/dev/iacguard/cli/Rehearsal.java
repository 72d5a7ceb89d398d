package dev.iacguard.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs every kind of report over a folder of examples and throws the output away. The launcher has
 * the JVM archive the classes that this loads, so that a real run finds them ready.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Surroundings surroundings =
        new Surroundings(
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            folder,
            folder.resolve("home"),
            folder.resolve("tmp"),
            Map.of(),
            false,
            false);
    for (List<String> command :
        List.of(
            List.of("check"),
            List.of("check", "--format", "json", "--color", "always"),
            List.of("stages"),
            List.of("stages", "--format", "json"))) {
      Main.run(command.toArray(String[]::new), surroundings);
    }
  }
}
