package dev.iacguard.core.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps one of each of the equal and immutable things that are met many times. It holds only so
 * many; what is met for the first time after that is not remembered.
 */
public final class Pool {
  private static final int MOST = 8192;

  private final Map<Object, Object> known = new HashMap<>();
  private final Map<String, Object> made = new HashMap<>();

  /** What is equal and was met first. */
  @SuppressWarnings("unchecked") // what is equal to an immutable thing has its type
  public <T> T same(T thing) {
    Object before = known.size() < MOST ? known.putIfAbsent(thing, thing) : known.get(thing);
    return before == null ? thing : (T) before;
  }

  /**
   * What was made of a string before, or else what {@code maker} makes of it.
   *
   * @param maker the same at every call
   */
  @SuppressWarnings("unchecked") // one maker makes things of one type
  public <T> T madeOf(String text, Function<String, T> maker) {
    T before = (T) made.get(text);
    if (before != null) {
      return before;
    }
    T thing = maker.apply(text);
    if (made.size() < MOST) {
      made.put(text, thing);
    }
    return thing;
  }
}
