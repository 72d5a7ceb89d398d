package dev.iacguard.core.hcl;

/**
 * A syntax error in HCL and where it is.
 *
 * @param kind whether the text is wrong or goes beyond a limit of the reader
 * @param message one sentence: what was found and what was expected
 * @param start where it went wrong; end is behind the piece to underline
 */
public record SyntaxError(Kind kind, String message, int start, int end) {

  /** What went wrong. */
  public enum Kind {
    SYNTAX,
    /** Nesting is deeper than the reader goes. */
    LIMIT
  }
}
