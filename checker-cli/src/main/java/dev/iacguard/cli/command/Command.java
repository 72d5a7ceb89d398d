package dev.iacguard.cli.command;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.UsageException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the command line. */
interface Command {

  /** Options and help; the name comes from {@link CommandTree}. */
  CommandSpec spec();

  /**
   * Runs it.
   *
   * @return the exit code
   * @throws UsageException when what was asked for makes no sense
   * @throws IOException when the report could not be written
   */
  int run(ParseResult arguments, CliEnvironment cliEnvironment) throws IOException;
}
