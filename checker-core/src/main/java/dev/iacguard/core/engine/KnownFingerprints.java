package dev.iacguard.core.engine;

import dev.iacguard.core.rule.Verdict;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Keeps the fingerprints of the findings that were collected last, for a tree that is judged again
 * and again: most verdicts are the same, and to compute a fingerprint takes a while. For one
 * thread.
 */
public final class KnownFingerprints {
  private Collected before = new Collected(new IdentityHashMap<>(), new HashMap<>());
  private Collected now = before;

  /** The keys of verdicts and the fingerprints of keys. */
  private record Collected(IdentityHashMap<Verdict, String> keys, Map<String, String> hashes) {}

  /** Findings are collected anew; what only the collection before the last had is dropped. */
  void start() {
    before = now;
    now = new Collected(new IdentityHashMap<>(), new HashMap<>());
  }

  /** The key of a verdict, which stays the same as long as the verdict is the same object. */
  String key(Verdict verdict, Supplier<String> compute) {
    String known = before.keys.get(verdict);
    String key = known == null ? compute.get() : known;
    now.keys.put(verdict, key);
    return key;
  }

  String of(String key, UnaryOperator<String> compute) {
    String known = before.hashes.get(key);
    String fingerprint = known == null ? compute.apply(key) : known;
    now.hashes.put(key, fingerprint);
    return fingerprint;
  }
}
