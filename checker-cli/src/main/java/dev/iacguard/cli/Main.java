package dev.iacguard.cli;

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
            Surroundings.ofProcess(new FileOutputStream(FileDescriptor.out), standardError()));
    // Everything is written by now, and System.exit would first load the logging module.
    Runtime.getRuntime().halt(code);
  }

  private static PrintStream standardError() {
    FileOutputStream stream = new FileOutputStream(FileDescriptor.err);
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs one command and returns its exit code. Never throws. */
  public static int run(String[] args, Surroundings surroundings) {
    try {
      return CommandTree.run(args, surroundings);
    } catch (ParameterException e) {
      return refuse(CommandTree.explain(e), surroundings);
    } catch (UsageException e) {
      return refuse(String.valueOf(e.getMessage()), surroundings);
    } catch (IOException e) {
      surroundings.say("the report cannot be written: " + Output.unwritable(e));
      return ExitCode.INTERNAL_ERROR;
    } catch (OutOfMemoryError e) {
      surroundings.say("out of memory; allow more with IAC_GUARD_JAVA_OPTS=-Xmx4g");
      return ExitCode.INTERNAL_ERROR;
    } catch (RuntimeException | StackOverflowError e) {
      surroundings.say("internal error; please report it with the lines below");
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      surroundings.err().print(Printable.lines(trace.toString()));
      return ExitCode.INTERNAL_ERROR;
    }
  }

  private static int refuse(String message, Surroundings surroundings) {
    surroundings.say(message);
    return ExitCode.USAGE;
  }
}
