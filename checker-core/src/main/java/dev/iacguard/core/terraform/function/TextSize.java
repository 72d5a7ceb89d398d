package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;

/** Counts the known characters of a value. */
final class TextSize {
  private TextSize() {}

  /**
   * In UTF-16 code units; of a list or map those of its own elements, not of what lies deeper, so
   * that counting costs no more than looking at the elements.
   */
  static long of(Value value) {
    return switch (value) {
      case Value.Text text -> ofText(text);
      case Value.Sequence list -> ofTexts(list.elements());
      case Value.Mapping map -> ofTexts(map.entries().values());
      default -> 0;
    };
  }

  private static long ofTexts(Iterable<Value> values) {
    long size = 0;
    for (Value value : values) {
      size += value instanceof Value.Text text ? ofText(text) : 0;
    }
    return size;
  }

  private static long ofText(Value.Text text) {
    long size = 0;
    for (TextPart part : text.parts()) {
      size += part instanceof TextPart.Literal literal ? literal.text().length() : 1;
    }
    return size;
  }
}
