package dev.iacguard.core.edit;

import dev.iacguard.core.source.SourceFile;

/** Carries out intentions in the files of one language. */
public interface IntentionWriter {

  /** Whether a file is of its language. */
  boolean writes(SourceFile file);

  /** Never throws for what the code contains. */
  EditResult edits(Intention intention);
}
