package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/** What the other templates of the selection export. */
interface Exports {
  Exports NONE = name -> null;

  /** The exported value, or null unless exactly one template exports that name. */
  @Nullable Value value(String name);
}
