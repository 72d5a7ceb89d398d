package dev.iacguard.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything outside the program that a run meets.
 *
 * @param out takes the report and nothing else
 * @param err takes messages and progress
 * @param folder the current folder
 * @param home the user's home folder
 * @param temporary the folder for temporary files
 */
public record Surroundings(
    OutputStream out,
    PrintStream err,
    Path folder,
    Path home,
    Path temporary,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** An environment variable; empty when it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
