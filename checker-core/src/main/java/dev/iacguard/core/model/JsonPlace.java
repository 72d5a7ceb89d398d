package dev.iacguard.core.model;

/** A position in a JSON text, and what a hole there represents. */
final class JsonPlace {
  private final StringBuilder inside = new StringBuilder();
  private boolean quoted;
  private char last;

  /** What may stand at a place. */
  enum Expected {
    /** Characters of a string. */
    CHARACTERS,
    VALUE,
    /** A comma and more elements of the array. */
    ELEMENT,
    /** Entries of the object that begins there. */
    NAME,
    /** A comma and more entries of the object. */
    ENTRY
  }

  void pass(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        quoted = c != '"';
        i += c == '\\' ? 1 : 0;
        continue;
      }
      switch (c) {
        case '"' -> quoted = true;
        case '{', '[' -> inside.append(c);
        case '}', ']' -> inside.setLength(Math.max(0, inside.length() - 1));
        default -> {}
      }
      last = Character.isWhitespace(c) ? last : c;
    }
  }

  /** Passes a hole and says what it represents. */
  Expected passHole() {
    Expected expected = expected();
    last = '"';
    return expected;
  }

  private Expected expected() {
    if (quoted) {
      return Expected.CHARACTERS;
    }
    boolean inObject = !inside.isEmpty() && inside.charAt(inside.length() - 1) == '{';
    return switch (last) {
      case '\0', '[', ':' -> Expected.VALUE;
      case '{' -> Expected.NAME;
      case ',' -> inObject ? Expected.NAME : Expected.VALUE;
      default -> inObject ? Expected.ENTRY : Expected.ELEMENT;
    };
  }
}
