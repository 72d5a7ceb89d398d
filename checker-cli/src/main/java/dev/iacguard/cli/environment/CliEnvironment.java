package dev.iacguard.cli.environment;

import dev.iacguard.cli.report.Printable;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The environment of a run: streams, variables, clock and folders.
 *
 * @param in standard input
 * @param out takes the report and nothing else
 * @param err takes messages and progress
 * @param folder the current folder
 * @param home the user's home folder
 * @param temporary the folder for temporary files
 * @param today the current day; exceptions end by it
 */
public record CliEnvironment(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Path folder,
    Path home,
    Path temporary,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal,
    LocalDate today) {

  /** Those of this process, apart from its streams. */
  public static CliEnvironment ofProcess(OutputStream out, PrintStream err) {
    // The launcher says which of the streams are terminals; the JVM cannot tell them apart.
    String terminals = System.getProperty("iacguard.terminals", "");
    return new CliEnvironment(
        new FileInputStream(FileDescriptor.in),
        out,
        err,
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home", "/")),
        Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
        System.getenv(),
        terminals.contains("out"),
        terminals.contains("err"),
        LocalDate.now(ZoneOffset.UTC));
  }

  /** Writes a message for people to standard error. */
  public void say(String message) {
    err.println("iac-guard: " + Printable.lines(message));
  }

  /** An environment variable; empty when it is not set. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
