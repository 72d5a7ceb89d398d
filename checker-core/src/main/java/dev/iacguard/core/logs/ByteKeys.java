package dev.iacguard.core.logs;

import java.util.Arrays;

/** Numbers for keys that are ranges of bytes, in the order they come; at most so many. */
final class ByteKeys {
  private static final int SLOTS_PER_KEY = 4;

  private final byte[][] keys;
  private final int[] slots;
  private int size;

  ByteKeys(int most) {
    keys = new byte[most][];
    slots = new int[Integer.highestOneBit(most) * SLOTS_PER_KEY];
  }

  int size() {
    return size;
  }

  byte[] key(int number) {
    return keys[number];
  }

  /** True when the key has that number. */
  boolean is(int number, byte[] bytes, int from, int to) {
    return number < size
        && keys[number].length == to - from
        && Arrays.equals(keys[number], 0, to - from, bytes, from, to);
  }

  /** The number of a key, which is taken up; -1 when there is no room for it. */
  int number(byte[] bytes, int from, int to) {
    int slot = hash(bytes, from, to) & slots.length - 1;
    while (slots[slot] != 0) {
      if (is(slots[slot] - 1, bytes, from, to)) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (size == keys.length) {
      return -1;
    }
    keys[size++] = Arrays.copyOfRange(bytes, from, to);
    slots[slot] = size;
    return size - 1;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 15;
  }
}
