package dev.iacguard.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a program and returns its output. */
final class Processes {
  private Processes() {}

  static String run(Path folder, List<String> command) throws IOException {
    return run(folder, command, 0);
  }

  /** Fails when the exit code is larger than {@code highest}. */
  static String run(Path folder, List<String> command, int highest) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeIf(name -> name.matches("JAVA_TOOL_OPTIONS|IAC_GUARD_.*"));
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() > highest) {
        throw new IOException(String.join(" ", command) + " failed:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return output;
  }
}
