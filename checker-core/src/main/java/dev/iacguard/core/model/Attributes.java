package dev.iacguard.core.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of a resource, worked out when they are asked for. */
public interface Attributes {

  /** The names that are written, in no particular order. */
  Set<String> names();

  /** Whether the name is among those that are written. */
  default boolean has(String name) {
    return names().contains(name);
  }

  /**
   * The value of an attribute or of all blocks of that name (a sequence of mappings). What is not
   * written is {@link Value.Null} with the resource's own place as its origin. Never throws.
   */
  Value get(String name);

  /** The provider configuration that the resource is deployed with. */
  default ProviderConfiguration provider() {
    return ProviderConfiguration.DEFAULT;
  }

  /** What sticks to the decision that there is such a resource. */
  default ValueMarks existence() {
    return ValueMarks.NONE;
  }

  /** The tags that the stack gives to its resources; null where a stack has none to give. */
  default Value.@Nullable Mapping stackTags() {
    return null;
  }
}
