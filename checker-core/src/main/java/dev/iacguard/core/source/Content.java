package dev.iacguard.core.source;

/** The result of reading a file. */
public sealed interface Content {

  /**
   * @param encoding what the bytes were; a loader may refuse what its language does not allow
   */
  record Decoded(SourceFile file, Encoding encoding) implements Content {}

  /**
   * @param file an empty text that carries the path
   * @param reason why there is no text, as a sentence without a full stop
   * @param limit true when the file is fine but goes beyond a limit
   */
  record Failed(SourceFile file, String reason, boolean limit) implements Content {}

  /** How the bytes of a text were written. */
  enum Encoding {
    UTF_8,
    UTF_16
  }
}
