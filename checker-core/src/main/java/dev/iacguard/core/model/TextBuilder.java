package dev.iacguard.core.model;

import java.util.ArrayList;
import java.util.List;

/** Builds a string from known and unknown pieces. */
public final class TextBuilder {
  private final List<TextPart> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int length;
  private int holes;
  private ValueMarks valueMarks = ValueMarks.NONE;

  public TextBuilder add(String text) {
    literal.append(text);
    length += text.length();
    return this;
  }

  /**
   * Adds a value as it reads in a text: numbers and booleans as written, unknown ones and choices
   * as holes, null as nothing. A list or map has no text; it is a hole.
   */
  public TextBuilder add(Value value) {
    marked(value.origin().valueMarks());
    switch (value) {
      case Value.Text text -> text.parts().forEach(this::add);
      case Value.Numeric number -> add(Numbers.text(number.value()));
      case Value.Bool bool -> add(bool.value() ? "true" : "false");
      case Value.Null none -> {}
      default -> add(new TextPart.Hole(value));
    }
    return this;
  }

  /** Marks the text as a value is that is written into it piece by piece. */
  public TextBuilder marked(ValueMarks more) {
    valueMarks = valueMarks.and(more);
    return this;
  }

  public TextBuilder add(TextPart part) {
    switch (part) {
      case TextPart.Literal known -> add(known.text());
      case TextPart.Hole hole -> {
        flush();
        parts.add(hole);
        marked(hole.value().origin().valueMarks());
        holes++;
      }
    }
    return this;
  }

  /** The text; it is marked as its pieces are. */
  public Value.Text build(Origin origin) {
    flush();
    return new Value.Text(List.copyOf(parts), origin.marked(valueMarks));
  }

  /** How many known characters have been added, in UTF-16 code units. */
  public int length() {
    return length;
  }

  /** How many unknown pieces have been added. */
  public int holes() {
    return holes;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      parts.add(new TextPart.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
