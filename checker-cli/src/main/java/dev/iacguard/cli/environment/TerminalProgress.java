package dev.iacguard.cli.environment;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.core.engine.Progress;
import java.io.PrintStream;

/** Shows progress on a terminal: one line, rewritten now and then while a run is long. */
public final class TerminalProgress implements Progress {
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long EVERY_NANOS = 100_000_000L;
  private static final int MOST_CHARACTERS = 60;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream err;
  private final boolean shown;
  private long next = System.nanoTime() + FIRST_NANOS;
  private boolean written;

  public TerminalProgress(PrintStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  @Override
  public void judging(String stack, int number, int of) {
    if (!shown || System.nanoTime() < next) {
      return;
    }
    next = System.nanoTime() + EVERY_NANOS;
    if (!written) {
      // Ctrl-C must not leave half a line in front of the prompt.
      Runtime.getRuntime().addShutdownHook(new Thread(this::done));
    }
    written = true;
    String name = Printable.line(stack);
    String cut = name.substring(Math.max(0, name.length() - MOST_CHARACTERS));
    err.print(CLEAR_LINE + "judging " + number + " of " + of + ": " + cut);
    err.flush();
  }

  @Override
  public void done() {
    if (written) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
