package dev.iacguard.core.hcl;

import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;

/**
 * A node of the syntax tree. Offsets are 0-based UTF-16 code units, start inclusive, end exclusive.
 */
public sealed interface Node permits Expression, TemplatePart, ObjectEntry, BodyItem, Body, Label {
  int start();

  int end();

  /** This node's place in the file it was read from. */
  default Span span(SourceFile file) {
    return file.span(start(), end());
  }
}
