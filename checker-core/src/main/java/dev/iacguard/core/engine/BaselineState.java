package dev.iacguard.core.engine;

import java.util.Locale;

/** Whether a finding is new compared with the baseline or with the base of a change. */
public enum BaselineState {
  NEW,
  /**
   * It was known and weighs more now: it could not be told before, or failed in some cases only.
   */
  WORSE,
  /** It was there before; it does not count. */
  KNOWN;

  /** As written in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
