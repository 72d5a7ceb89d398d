package dev.iacguard.lsp;

import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Converts between offsets and the positions of the protocol: lines and UTF-16 code units from 0,
 * where a line ends with LF, CRLF or CR.
 */
final class TextPositions {
  private TextPositions() {}

  static Range range(Span span) {
    return new Range(of(span.file(), span.start()), of(span.file(), span.end()));
  }

  static Position of(SourceFile file, int offset) {
    var position = file.positionAt(offset);
    if (!file.derive(LoneReturns.class, () -> LoneReturns.in(file.text())).any()) {
      return new Position(position.line() - 1, position.column() - 1);
    }
    Position inText = of(file.text(), position.offset());
    return new Position(inText.getLine() + file.positionAt(0).line() - 1, inText.getCharacter());
  }

  static Position of(String text, int offset) {
    int line = 0;
    int start = 0;
    for (int at = 0; at < offset; at++) {
      if (isEnd(text, at)) {
        line++;
        start = at + 1;
      }
    }
    return new Position(line, offset - start);
  }

  /** A position behind the end of a line or of the text is the end. */
  static int offset(String text, Position position) {
    int at = 0;
    for (int line = 0; line < position.getLine(); line++) {
      while (at < text.length() && !isEnd(text, at)) {
        at++;
      }
      if (at == text.length()) {
        return at;
      }
      at++;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return Math.min(end, at + Math.max(0, position.getCharacter()));
  }

  /** Whether a line ends behind the character. */
  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
  }

  /** Whether a text has ends of lines that are only known to the protocol. */
  private record LoneReturns(boolean any) {
    static LoneReturns in(String text) {
      for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
        if (!text.startsWith("\n", at + 1)) {
          return new LoneReturns(true);
        }
      }
      return new LoneReturns(false);
    }
  }
}
