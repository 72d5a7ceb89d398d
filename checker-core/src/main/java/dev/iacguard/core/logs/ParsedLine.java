package dev.iacguard.core.logs;

/** The fields of one line, as ranges of the buffer it is in. Used for one line after another. */
final class ParsedLine {
  static final int MOST = 256;

  final int[] field = new int[MOST];
  final int[] from = new int[MOST];
  final int[] to = new int[MOST];

  /** The bytes of a field with what belongs to it: name, quotes, separator. */
  final int[] size = new int[MOST];

  int count;

  /** Behind the last byte of the record. */
  int end;

  /** Where the line cannot be read any further, and why. */
  int errorAt;

  String error = "";

  /** Whether a value is a dash without quotes, which JSON does not have. */
  boolean bareDash;

  void clear() {
    count = 0;
    bareDash = false;
  }

  void add(int number, int start, int stop, int bytes) {
    if (count < MOST) {
      field[count] = number;
      from[count] = start;
      to[count] = stop;
      size[count] = bytes;
      count++;
    }
  }

  boolean fail(int at, String reason) {
    errorAt = at;
    error = reason;
    return false;
  }
}
