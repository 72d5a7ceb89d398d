package dev.iacguard.core.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps the fingerprints of the findings that were collected last, for a tree that is judged again
 * and again: most findings are the same, and to compute a fingerprint takes a while. For one
 * thread.
 */
public final class KnownFingerprints {
  private Map<String, String> before = Map.of();
  private Map<String, String> now = new HashMap<>();

  /** Findings are collected anew; what only the collection before the last had is dropped. */
  void start() {
    before = now;
    now = new HashMap<>();
  }

  String of(String key, UnaryOperator<String> compute) {
    String known = before.get(key);
    String fingerprint = known == null ? compute.apply(key) : known;
    now.put(key, fingerprint);
    return fingerprint;
  }
}
