package dev.iacguard.rules.custom;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;

/**
 * A type that expressions see.
 *
 * @param fields by name, in the order of the documentation
 */
record Shape(String name, Map<String, Field> fields) {

  /**
   * @param promise what the field holds, for the documentation
   */
  record Field(CelType type, String promise) {}

  StructType type() {
    return StructType.create(
        name,
        ImmutableSet.copyOf(fields.keySet()),
        field -> Optional.ofNullable(fields.get(field)).map(Field::type));
  }
}
