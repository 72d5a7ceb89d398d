package dev.iacguard.core.engine;

import java.util.Set;

/** Recognises Terraform code that has no file name, by its first block. */
public final class CodeStart {
  private static final Set<String> BLOCKS =
      Set.of(
          "check",
          "data",
          "ephemeral",
          "import",
          "locals",
          "module",
          "moved",
          "output",
          "provider",
          "removed",
          "resource",
          "terraform",
          "variable");

  private final String text;
  private int at;

  private CodeStart(String text) {
    this.text = text;
  }

  /**
   * Whether a text begins as Terraform code in native syntax: after comments, with the name of a
   * block and then a label or a brace.
   */
  public static boolean isTerraform(String text) {
    return new CodeStart(text).isBlock();
  }

  private boolean isBlock() {
    skipSpace();
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    if (!BLOCKS.contains(text.substring(start, at))) {
      return false;
    }
    int end = at;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length()
        && (text.charAt(at) == '"'
            || text.charAt(at) == '{'
            || (at > end && Character.isLetter(text.charAt(at))));
  }

  /** Skips blanks, comments and a byte order mark. */
  private void skipSpace() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
        at++;
      } else if (text.startsWith("#", at) || text.startsWith("//", at)) {
        at = behind("\n");
      } else if (text.startsWith("/*", at)) {
        at = behind("*/");
      } else {
        return;
      }
    }
  }

  private int behind(String end) {
    int found = text.indexOf(end, at);
    return found < 0 ? text.length() : found + end.length();
  }
}
