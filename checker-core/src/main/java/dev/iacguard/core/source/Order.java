package dev.iacguard.core.source;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Compares by keys, like {@link Comparator#comparing}, but starts faster: comparators of the JDK
 * can be serialized, so that the JVM generates their classes in every run. A class archive holds
 * the classes of these.
 */
@FunctionalInterface
public interface Order<T> extends Comparator<T> {
  static <T, K extends Comparable<? super K>> Order<T> by(Function<? super T, ? extends K> key) {
    return (one, other) -> key.apply(one).compareTo(key.apply(other));
  }

  static <T, K> Order<T> by(Function<? super T, ? extends K> key, Comparator<? super K> keys) {
    return (one, other) -> keys.compare(key.apply(one), key.apply(other));
  }

  static <T> Order<T> byInt(ToIntFunction<? super T> key) {
    return (one, other) -> Integer.compare(key.applyAsInt(one), key.applyAsInt(other));
  }

  /** By this, and by the key where this finds no difference. */
  default <K extends Comparable<? super K>> Order<T> then(Function<? super T, ? extends K> key) {
    return (one, other) -> {
      int order = compare(one, other);
      return order != 0 ? order : key.apply(one).compareTo(key.apply(other));
    };
  }
}
