package dev.iacguard.cli.git;

import java.io.Serial;

/** Signals that a repository cannot give what was asked for. The message says what it needs. */
public final class GitProblem extends Exception {
  @Serial private static final long serialVersionUID = 1;

  GitProblem(String message) {
    super(message, null, false, false);
  }
}
