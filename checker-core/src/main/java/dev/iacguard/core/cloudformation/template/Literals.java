package dev.iacguard.core.cloudformation.template;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;

/** The values of scalars. */
public final class Literals {
  private static final String DYNAMIC = "{{resolve:";

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

  /** A text; dynamic references in it are unknown pieces. */
  public static Value text(String text, Origin origin) {
    int start = text.indexOf(DYNAMIC);
    if (start < 0) {
      return Value.Text.of(text, origin);
    }
    TextBuilder parts = new TextBuilder();
    int from = 0;
    while (start >= 0) {
      int end = text.indexOf("}}", start);
      if (end < 0) {
        break;
      }
      String reference = text.substring(start, end + 2);
      Value secret = Value.Unknown.named(Cause.DATA, reference, origin);
      if (reference.length() == text.length()) {
        return secret;
      }
      parts.add(text.substring(from, start)).add(new TextPart.Hole(secret));
      from = end + 2;
      start = text.indexOf(DYNAMIC, from);
    }
    return parts.add(text.substring(from)).build(origin);
  }
}
