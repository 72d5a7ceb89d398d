package dev.iacguard.core.terraform.value;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A variable's type. */
public sealed interface TypeConstraint {

  /** Also what could not be read: no conversion. */
  record Any() implements TypeConstraint {}

  /** A type of one value. */
  enum Primitive implements TypeConstraint {
    TEXT,
    NUMBER,
    BOOL
  }

  record Elements(Value.Sequence.Kind kind, TypeConstraint element) implements TypeConstraint {}

  record Entries(TypeConstraint element) implements TypeConstraint {}

  record Structure(Map<String, Field> fields) implements TypeConstraint {}

  record Positions(List<TypeConstraint> types) implements TypeConstraint {}

  /**
   * An attribute of an object type.
   *
   * @param defaultValue the expression of {@code optional(type, value)}, or null
   */
  record Field(TypeConstraint type, boolean optional, @Nullable Expression defaultValue) {}

  Any ANY = new Any();
}
