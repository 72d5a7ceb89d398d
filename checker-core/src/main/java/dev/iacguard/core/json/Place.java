package dev.iacguard.core.json;

import dev.iacguard.core.source.SourceFile;

/**
 * A position in a JSON text.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 code units
 */
public record Place(int line, int column) {

  /** The place with some text that represents what is there. */
  public SourceFile piece(String path, String text) {
    return SourceFile.piece(path, text, line, column);
  }
}
