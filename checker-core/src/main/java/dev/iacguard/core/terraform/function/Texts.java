package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import java.util.ArrayList;
import java.util.List;

/** Reads strings of which some pieces are choices. */
public final class Texts {
  /** A text with more chosen pieces is left as it is. */
  private static final int MAX_CHOSEN = 4;

  private Texts() {}

  /**
   * True for functions that need to know all of a text; the others do with the known pieces of it.
   */
  public static boolean takesWhole(String function) {
    TerraformFunction named = Functions.named(function);
    return named != null
        && named.signature().startsWith("t")
        && !function.startsWith("format")
        && !function.equals("join");
  }

  /** The text as a choice between texts, when pieces of it are choices. */
  public static Value alternatives(Value value) {
    if (!(value instanceof Value.Text text) || text.known() != null) {
      return value;
    }
    List<Value> pieces = new ArrayList<>();
    int chosen = 0;
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Literal literal -> pieces.add(Value.Text.of(literal.text(), text.origin()));
        case TextPart.Hole hole -> {
          chosen += hole.value() instanceof Value.Choice ? 1 : 0;
          pieces.add(hole.value());
        }
      }
    }
    return chosen == 0 || chosen > MAX_CHOSEN
        ? value
        : ChoiceLifting.map(
            pieces,
            decided -> {
              TextBuilder whole = new TextBuilder();
              decided.forEach(whole::add);
              return whole.build(text.origin());
            });
  }
}
