package dev.iacguard.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs every kind of report over a folder of examples and throws the output away. The launcher has
 * the JVM archive the classes that this loads, so that a real run finds them ready.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    PrintStream nobody = new PrintStream(nowhere, true, StandardCharsets.UTF_8);
    Surroundings surroundings = Surroundings.ofProcess(nowhere, nobody);
    for (List<String> command :
        List.of(
            List.of("check", args[0], "--root", args[0], "--color", "always"),
            List.of("check", args[0], "--root", args[0], "--format", "json"),
            List.of("stages", args[0], "--root", args[0]),
            List.of("stages", args[0], "--root", args[0], "--format", "json"))) {
      Main.run(command.toArray(String[]::new), surroundings);
    }
  }
}
