package dev.iacguard.cli;

/** What a run ends with; scripts rely on it. The highest of 4, 2, 3, 1 wins. */
final class ExitCode {
  /** Nothing at or above the threshold. */
  static final int CLEAN = 0;

  static final int FINDINGS = 1;

  /** Wrong usage or configuration; nothing was checked. */
  static final int USAGE = 2;

  /** Some input could not be analysed; the rest was, and is reported. */
  static final int UNREAD_INPUT = 3;

  static final int INTERNAL_ERROR = 4;

  private ExitCode() {}
}
