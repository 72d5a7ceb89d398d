package dev.iacguard.core.plan;

import org.jspecify.annotations.Nullable;

/** Keeps the attributes of the instances that were read last. Those of others are dropped. */
final class AttributeCache {
  /** Most plans have less; of others, what is asked again is evaluated again. */
  private static final int MOST = 1024;

  private final @Nullable PlannedAttributes[] asked = new @Nullable PlannedAttributes[MOST];
  private int next;

  /** Has an instance forget what it evaluated once many others have been added after it. */
  void add(PlannedAttributes instance) {
    PlannedAttributes oldest = asked[next];
    if (oldest != null) {
      oldest.forget();
    }
    asked[next] = instance;
    next = (next + 1) % MOST;
  }
}
