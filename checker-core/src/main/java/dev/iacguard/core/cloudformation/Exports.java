package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/** Looks up what the other templates of the selection export. */
interface Exports {
  /** True when another template of the selection has all that a template has, and more. */
  default boolean isPart(Template template) {
    return false;
  }

  /** The exported value, or null unless exactly one template exports that name. */
  @Nullable Value value(String name);
}
