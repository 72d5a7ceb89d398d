package dev.iacguard.core.rule;

import java.util.Locale;

/** The severity of a finding; the order is from light to heavy. */
public enum Severity {
  OFF,
  NOTE,
  WARNING,
  ERROR;

  /** As written in reports and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
