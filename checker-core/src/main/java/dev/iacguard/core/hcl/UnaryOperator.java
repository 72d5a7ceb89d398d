package dev.iacguard.core.hcl;

/** Operators before one operand. */
public enum UnaryOperator {
  NOT("!"),
  NEGATE("-");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
