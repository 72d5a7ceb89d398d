package dev.iacguard.rules.custom;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large a subject is: the most elements of the collections at each path, and of all
 * collections. Elements of a list share a path.
 */
final class Extent {
  private final Map<String, Extent> fields = new HashMap<>();
  private @Nullable Extent each;
  private int size;
  private int longest;
  private int characters;
  private int values;

  static Extent of(Object value) {
    Extent extent = new Extent();
    extent.add(value);
    return extent;
  }

  private void add(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        size = Math.max(size, map.size());
        map.forEach((key, entry) -> include(field(String.valueOf(key)), entry));
      }
      case Iterable<?> list -> {
        Extent elements = each == null ? new Extent() : each;
        each = elements;
        int number = 0;
        for (Object element : list) {
          include(elements, element);
          number++;
        }
        size = Math.max(size, number);
      }
      case String text -> characters = Math.max(characters, text.length());
      default -> {}
    }
    longest = Math.max(longest, size);
    values++;
  }

  private Extent field(String name) {
    return fields.computeIfAbsent(name, any -> new Extent());
  }

  private void include(Extent below, Object value) {
    int before = below.values;
    below.add(value);
    values += below.values - before;
    longest = Math.max(longest, below.longest);
    characters = Math.max(characters, below.characters);
  }

  /** A field of a map; null when no map has it. */
  @Nullable Extent get(String field) {
    return fields.get(field);
  }

  /** The elements of a list; null for a map, whose keys are texts. */
  @Nullable Extent each() {
    return each;
  }

  /** The most elements of a collection at this path. */
  int size() {
    return size;
  }

  /** The most elements of a collection at this path or below. */
  int longest() {
    return longest;
  }

  /** The most UTF-16 code units of a text at this path or below. */
  int characters() {
    return characters;
  }

  /** All values at this path and below. */
  int values() {
    return values;
  }
}
