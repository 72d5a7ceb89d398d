package dev.iacguard.cli.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Equal values of all reports, kept once, and about how much memory the reports take. What a report
 * takes is given back when the report does not count.
 */
final class KeptValues {
  /** What a value takes beside its content: its header, and its place among all. In bytes. */
  private static final int VALUE = 80;

  private static final int CHARACTER = 2;
  private static final int REFERENCE = 8;
  private static final int ENTRY = 40;

  private final Map<Object, Object> values = new HashMap<>();
  private final List<Object> added = new ArrayList<>();
  private final long most;
  private long kept;
  private long bytes;

  /**
   * @param most bytes that reports may take
   */
  KeptValues(long most) {
    this.most = most;
  }

  /** Leaves enough of the memory for sorting, counting and writing. */
  static KeptValues inMemory() {
    return new KeptValues(Runtime.getRuntime().maxMemory() / 10 * 6);
  }

  /** A report takes more memory than there is. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("", null, false, false);
    }
  }

  String once(String text) {
    return once(text, CHARACTER * (long) text.length());
  }

  <E> List<E> once(List<E> list) {
    return once(list, REFERENCE * (long) list.size());
  }

  <K, V> Map<K, V> once(Map<K, V> map) {
    return once(map, ENTRY * (long) map.size());
  }

  @SuppressWarnings("unchecked")
  private <T> T once(T value, long size) {
    @Nullable Object before = values.get(value);
    if (before != null) {
      return (T) before;
    }
    take(VALUE + size);
    values.put(value, value);
    added.add(value);
    return value;
  }

  /**
   * Says that the report being read takes more memory.
   *
   * @throws Full when there is not so much
   */
  void take(long size) {
    bytes += size;
    if (bytes > most) {
      throw new Full();
    }
  }

  void giveBack(long size) {
    bytes -= size;
  }

  /** Keeps what the report took that was just read. */
  void keep() {
    kept = bytes;
    added.clear();
  }

  /** Gives back what the report took that was just read. */
  void forget() {
    bytes = kept;
    added.forEach(values::remove);
    added.clear();
  }
}
