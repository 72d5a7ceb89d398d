package dev.iacguard.rules.custom;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;

/**
 * A type of the values that expressions read.
 *
 * @param fields by name, in the order of the documentation
 */
record Shape(String name, Map<String, Field> fields) {

  /**
   * @param promise what the field holds, for the documentation
   */
  record Field(CelType type, String promise) {}

  StructType type() {
    ImmutableMap.Builder<String, CelType> types = ImmutableMap.builder();
    fields.forEach((field, what) -> types.put(field, what.type()));
    ImmutableMap<String, CelType> byName = types.buildOrThrow();
    return StructType.create(
        name, byName.keySet(), field -> Optional.ofNullable(byName.get(field)));
  }
}
