package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import java.util.Map;

/**
 * A resource instance as a plan or state has it.
 *
 * @param type data sources as {@code data.TYPE}
 * @param place its address in the file
 * @param attributes without those that are null; what is known only after apply is {@link
 *     Values#LATER}
 * @param documents attributes that were left in the file
 * @param changed whether the plan touches it
 */
record Kept(
    Address address,
    String type,
    SourceFile place,
    Map<String, Value> attributes,
    Map<String, Document> documents,
    boolean changed) {

  /**
   * A text that was left in the file.
   *
   * @param offset of its JSON string, in bytes
   */
  record Document(long offset, boolean secret) {}
}
