package dev.iacguard.core.logs;

/** Splits a line into fields. */
interface LineFormat {
  /** {@code json}, {@code clf}, {@code csv} or {@code other}. */
  String kind();

  /**
   * Reads the record that starts there.
   *
   * @param line is cleared and filled; of a record that cannot be read it says where and why
   * @return false when it cannot be read
   */
  boolean read(byte[] bytes, int from, int to, ParsedLine line);
}
