package dev.iacguard.cli.environment;

/** The exit codes; scripts rely on them. The highest of 4, 2, 3, 1 wins. */
public final class ExitCode {
  /** Nothing at or above the threshold. */
  public static final int CLEAN = 0;

  public static final int FINDINGS = 1;

  /** Wrong usage or configuration; nothing was checked. */
  public static final int USAGE = 2;

  /** Some input could not be analysed; the rest was, and is reported. */
  public static final int UNREAD_INPUT = 3;

  public static final int INTERNAL_ERROR = 4;

  private ExitCode() {}
}
