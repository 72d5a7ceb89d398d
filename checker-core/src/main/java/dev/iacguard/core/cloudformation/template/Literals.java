package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;

/** The values of scalars. */
public final class Literals {
  private Literals() {}

  public static Value value(Node.Scalar scalar) {
    return value(scalar, Origin.at(scalar.span()));
  }

  public static Value value(Node.Scalar scalar, Origin origin) {
    return switch (scalar.kind()) {
      case NULL -> new Value.Null(origin);
      case BOOL -> new Value.Bool(scalar.text().equals("true"), origin);
      case NUMBER -> new Value.Numeric(new BigDecimal(scalar.text()), origin);
      case TEXT -> text(scalar.text(), origin);
    };
  }

  /** A string; dynamic references in it are unknown pieces. */
  public static Value text(String text, Origin origin) {
    return DynamicReferences.resolve(Value.Text.of(text, origin));
  }
}
