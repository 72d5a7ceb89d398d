package dev.iacguard.core.model;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of each of the equal and immutable things that are met many times. */
public final class Pool {
  private final Map<Object, Object> known = new HashMap<>();

  /** What is equal and was met first. */
  @SuppressWarnings("unchecked") // what is equal to an immutable thing has its type
  public <T> T same(T thing) {
    Object before = known.putIfAbsent(thing, thing);
    return before == null ? thing : (T) before;
  }
}
