package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/** Interns the names of values, so that equal names are equal values throughout a stack. */
public final class Identity {
  private Identity() {}

  /** The name of a value; null for one that may differ from another that is written the same. */
  public static @Nullable String of(Value value) {
    return switch (value) {
      case Value.Unknown unknown when unknown.references().size() == 1 ->
          "${" + unknown.references().get(0) + "}";
      case Value.Text text -> {
        StringBuilder name = new StringBuilder();
        for (TextPart part : text.parts()) {
          String piece =
              switch (part) {
                case TextPart.Literal literal -> literal.text();
                case TextPart.Hole hole -> of(hole.value());
              };
          if (piece == null) {
            yield null;
          }
          name.append(piece);
        }
        yield name.toString();
      }
      default -> null;
    };
  }
}
