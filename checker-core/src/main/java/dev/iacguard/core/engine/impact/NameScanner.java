package dev.iacguard.core.engine.impact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches texts for file names, as whole names: {@code api} is not in {@code my-api}. */
final class NameScanner {
  private static final byte[][] NONE = {};

  /** By the first byte, taken without its sign; an array is quick, and texts are long. */
  private final byte[][][] byFirst = new byte[256][][];

  NameScanner(Collection<String> names) {
    Arrays.fill(byFirst, NONE);
    names.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .collect(Collectors.groupingBy(name -> Byte.toUnsignedInt(name[0])))
        .forEach((first, all) -> byFirst[first] = all.toArray(NONE));
  }

  boolean occurIn(byte[] text) {
    boolean inside = false;
    for (int at = 0; at < text.length; at++) {
      if (!inside) {
        for (byte[] name : byFirst[Byte.toUnsignedInt(text[at])]) {
          if (isAt(name, text, at)) {
            return true;
          }
        }
      }
      inside = isNameByte(text[at]);
    }
    return false;
  }

  /** Every name in a text. */
  static Set<String> in(byte[] text) {
    Set<String> names = new HashSet<>();
    int start = 0;
    for (int at = 0; at <= text.length; at++) {
      if (at == text.length || !isNameByte(text[at])) {
        if (at > start) {
          names.add(new String(text, start, at - start, StandardCharsets.UTF_8));
        }
        start = at + 1;
      }
    }
    return names;
  }

  private static boolean isAt(byte[] name, byte[] text, int at) {
    int end = at + name.length;
    if (end > text.length || (end < text.length && isNameByte(text[end]))) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (text[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameByte(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '-'
        || b == '.'
        || b < 0;
  }
}
