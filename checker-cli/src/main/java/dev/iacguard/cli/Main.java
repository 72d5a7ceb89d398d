package dev.iacguard.cli;

import dev.iacguard.cli.command.CommandTree;
import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.cli.environment.ExitCode;
import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.report.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ParameterException;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code =
        run(
            args,
            CliEnvironment.ofProcess(new FileOutputStream(FileDescriptor.out), standardError()));
    // The launcher tells the codes of a run from those of a JVM that did not start.
    int base = Integer.getInteger("iacguard.exit-base", 0);
    // Everything is written by now, and System.exit would first load the logging module.
    Runtime.getRuntime().halt(base + code);
  }

  private static PrintStream standardError() {
    FileOutputStream stream = new FileOutputStream(FileDescriptor.err);
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs one command and returns its exit code. Never throws. */
  public static int run(String[] args, CliEnvironment cliEnvironment) {
    try {
      return CommandTree.run(args, cliEnvironment);
    } catch (ParameterException e) {
      return refuse(CommandTree.explain(e), cliEnvironment);
    } catch (UsageException e) {
      return refuse(String.valueOf(e.getMessage()), cliEnvironment);
    } catch (IOException e) {
      cliEnvironment.say("the report cannot be written: " + Output.unwritable(e));
      return ExitCode.INTERNAL_ERROR;
    } catch (OutOfMemoryError e) {
      cliEnvironment.say("out of memory; allow more with IAC_GUARD_JAVA_OPTS=-Xmx4g");
      return ExitCode.INTERNAL_ERROR;
    } catch (RuntimeException | Error e) {
      cliEnvironment.say("internal error; please report it with the lines below");
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      cliEnvironment.err().print(Printable.lines(trace.toString()));
      return ExitCode.INTERNAL_ERROR;
    }
  }

  private static int refuse(String message, CliEnvironment cliEnvironment) {
    cliEnvironment.say(message);
    return ExitCode.USAGE;
  }
}
