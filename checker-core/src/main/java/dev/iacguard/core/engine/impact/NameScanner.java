package dev.iacguard.core.engine.impact;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches texts for file names, as whole names: {@code api} is not in {@code my-api}. */
final class NameScanner {
  private final Map<Byte, List<byte[]>> byFirst;

  NameScanner(Collection<String> names) {
    byFirst =
        new HashMap<>(
            names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .collect(Collectors.groupingBy(name -> name[0])));
  }

  boolean occurIn(byte[] text) {
    boolean inside = false;
    for (int at = 0; at < text.length; at++) {
      if (!inside) {
        for (byte[] name : byFirst.getOrDefault(text[at], List.of())) {
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
