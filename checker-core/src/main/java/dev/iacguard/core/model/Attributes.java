package dev.iacguard.core.model;

import dev.iacguard.core.source.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of a resource, evaluated on demand. */
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

  /** Where the name of an attribute that is written stands, or else its value. */
  default Span writtenAt(String name) {
    return get(name).origin().written();
  }

  /**
   * Where the name of an attribute stands outside of the place that counts: a property beside
   * {@code Properties}, or a {@code DeletionPolicy} inside; null when it does not.
   */
  default @Nullable Span misplaced(String name) {
    return null;
  }

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

  /** Whether {@link #stackTags} are known to be all that the stack gives. */
  default boolean hasAllStackTags() {
    return false;
  }
}
