package dev.iacguard.core.hcl;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stack of children read so far, shared by all levels, so that a list is made only when its
 * length is known.
 */
final class Pending<T> {
  private @Nullable Object[] items = new Object[16];
  private int size;

  /** A place to come back to with {@link #takeSince} or {@link #dropSince}. */
  int mark() {
    return size;
  }

  void push(T item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  @SuppressWarnings("unchecked")
  T get(int index) {
    return (T) Objects.requireNonNull(items[index]);
  }

  void set(int index, T item) {
    items[index] = item;
  }

  /** Removes what was pushed since the mark and gives it as an immutable list. */
  List<T> takeSince(int mark) {
    int count = size - mark;
    List<T> taken =
        switch (count) {
          case 0 -> List.of();
          case 1 -> List.of(get(mark));
          case 2 -> List.of(get(mark), get(mark + 1));
          default -> copySince(mark);
        };
    dropSince(mark);
    return taken;
  }

  @SuppressWarnings("unchecked")
  private List<T> copySince(int mark) {
    return (List<T>) List.of(Arrays.copyOfRange(items, mark, size));
  }

  void dropSince(int mark) {
    Arrays.fill(items, mark, size, null);
    size = mark;
  }
}
