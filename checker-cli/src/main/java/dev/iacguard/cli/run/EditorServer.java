package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.edit.GivenValues;
import java.io.IOException;

/**
 * Serves editors. Found through {@link java.util.ServiceLoader}, so that its classes and libraries
 * are loaded for one command only and may be missing.
 */
public interface EditorServer {

  /**
   * Serves one client over standard input and output until it says goodbye.
   *
   * @param options hold for every workspace of the client; relative paths start there
   * @param given values for what a fix needs from the user
   * @return the exit code
   */
  int serve(InputOptions options, GivenValues given, CliEnvironment cliEnvironment)
      throws IOException;
}
