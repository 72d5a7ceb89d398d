package dev.iacguard.cli.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes in JSON what could act on a terminal or hide from a reader, without changing what a
 * program reads: {@code \\u202E} in place of the character itself.
 */
final class JsonEscapes extends CharacterEscapes {
  private static final long serialVersionUID = 1;

  static final JsonEscapes PLAIN = new JsonEscapes(false);

  /** For texts with {@code ##}, by which build services know their commands. */
  static final JsonEscapes MARKED = new JsonEscapes(true);

  private static final char DELETE = '\u007F';

  private final int[] ascii = standardAsciiEscapesForJSON();

  private JsonEscapes(boolean marked) {
    ascii[DELETE] = ESCAPE_STANDARD;
    if (marked) {
      ascii['#'] = ESCAPE_STANDARD;
    }
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  /** Asked for each half of a character beyond the first plane by itself. */
  @Override
  public @Nullable SerializableString getEscapeSequence(int unit) {
    return Printable.shown(unit) == unit
        ? null
        : new SerializedString(String.format("\\u%04X", unit));
  }
}
