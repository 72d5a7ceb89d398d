package dev.iacguard.rules.custom;

import dev.iacguard.core.source.Span;

/** A text of the policy file and its position there, quotes not included. */
public record Phrase(String text, Span at) {

  /**
   * The place of a character of the text, where the file has the text as it is; otherwise that of
   * the whole.
   *
   * @param offset 0-based
   */
  Span placeOf(int offset) {
    boolean verbatim = at.text().startsWith(text);
    return verbatim && offset < text.length()
        ? at.file().span(at.start() + offset, at.start() + offset + 1)
        : at;
  }
}
