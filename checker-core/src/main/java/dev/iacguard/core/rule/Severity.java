package dev.iacguard.core.rule;

import java.util.Locale;

/** How much a finding weighs; the order is from light to heavy. */
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
