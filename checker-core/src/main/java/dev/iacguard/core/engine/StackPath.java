package dev.iacguard.core.engine;

/** The folder or file that names a stack. */
public final class StackPath {
  private StackPath() {}

  /**
   * @param stack the stack's name, which may have a variant's behind it: {@code infra (prod)}
   */
  public static String of(String stack) {
    int variant = stack.endsWith(")") ? stack.lastIndexOf(" (") : -1;
    return variant > 0 ? stack.substring(0, variant) : stack;
  }
}
