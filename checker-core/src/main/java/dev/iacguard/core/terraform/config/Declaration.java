package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem.Block;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A top-level block of a file. Its body is read again when somebody asks for it, so that the many
 * blocks nobody asks for cost no memory.
 */
public final class Declaration {
  private final SourceFile file;
  private final String kind;
  private final List<String> labels;
  private final int start;
  private final int headerEnd;
  private final int end;
  private final int bodyStart;
  private @Nullable Body body;

  private Declaration(SourceFile file, Block block, boolean keepBody) {
    this.file = file;
    this.kind = block.type();
    this.labels = block.labels().stream().map(label -> label.text()).toList();
    this.start = block.start();
    this.headerEnd = block.headerEnd();
    this.end = block.end();
    this.bodyStart = block.body().start();
    this.body = keepBody ? block.body() : null;
  }

  /** A block that can be read again from its file. */
  static Declaration lazy(SourceFile file, Block block) {
    return new Declaration(file, block, false);
  }

  /** A block whose body cannot be read again: it has errors, or its file is no native syntax. */
  static Declaration whole(SourceFile file, Block block) {
    return new Declaration(file, block, true);
  }

  public SourceFile file() {
    return file;
  }

  /** {@code resource}, {@code data}, {@code module}… */
  public String kind() {
    return kind;
  }

  /** The label at an index, or the empty text. */
  public String label(int index) {
    return index < labels.size() ? labels.get(index) : "";
  }

  public Span span() {
    return file.span(start, end);
  }

  /** Type and labels. */
  public Span header() {
    return file.span(start, headerEnd);
  }

  Body body() {
    Body cached = body;
    if (cached == null) {
      cached = HclReader.readBody(file, bodyStart);
      body = cached;
    }
    return cached;
  }

  @Override
  public String toString() {
    return kind + " " + String.join(".", labels);
  }
}
