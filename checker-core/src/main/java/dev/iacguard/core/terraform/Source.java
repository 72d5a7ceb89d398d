package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.Node;

/** Names an expression in messages. */
final class Source {
  private static final int LONGEST = 60;

  private Source() {}

  /**
   * The expression as written, on one line and cut when it is long; inside a module with the
   * module's name.
   */
  static String text(Node node, Scope scope) {
    return inModule(line(node, scope), scope);
  }

  /** The question whether both sides are equal, which {@code !=} asks too. */
  static String equality(Expression.Binary binary, Scope scope) {
    return inModule(line(binary.left(), scope) + " == " + line(binary.right(), scope), scope);
  }

  private static String inModule(String line, Scope scope) {
    return scope.module().isRoot() ? line : line + " in " + scope.module().path();
  }

  private static String line(Node node, Scope scope) {
    String written = scope.span(node).text();
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < written.length() && line.length() < LONGEST; i++) {
      char c = written.charAt(i);
      if (Character.isWhitespace(c)) {
        space = true;
      } else {
        line.append(space && !line.isEmpty() ? " " : "").append(c);
        space = false;
      }
    }
    if (line.length() >= LONGEST) {
      line.append('…');
    }
    return line.toString();
  }
}
