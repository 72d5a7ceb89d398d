package dev.iacguard.cli;

import dev.iacguard.cli.environment.CliEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Runs the program inside the test, in a folder that is a home of nobody. */
public final class Cli {
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private InputStream in = InputStream.nullInputStream();
  private boolean terminal;
  private LocalDate today = LocalDate.of(2026, 11, 1);

  /** What a run left behind. */
  public record Run(int code, String out, String err) {}

  private Cli(Path folder) {
    this.folder = folder;
  }

  public static Cli in(Path folder) {
    return new Cli(folder);
  }

  Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** On another day than the first of November 2026. */
  Cli on(String day) {
    today = LocalDate.parse(day);
    return this;
  }

  Cli reading(byte[] input) {
    in = new ByteArrayInputStream(input);
    return this;
  }

  Cli onTerminal() {
    terminal = true;
    return this;
  }

  public Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = run(out, arguments);
    return new Run(run.code, out.toString(StandardCharsets.UTF_8), run.err);
  }

  /** Standard output is the given stream, and none of it is kept. */
  public Run run(OutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CliEnvironment cliEnvironment =
        new CliEnvironment(
            in,
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            folder,
            Path.of("/home/nobody"),
            Path.of(System.getProperty("java.io.tmpdir")),
            environment,
            terminal,
            terminal,
            today);
    int code = Main.run(arguments, cliEnvironment);
    return new Run(code, "", err.toString(StandardCharsets.UTF_8));
  }
}
