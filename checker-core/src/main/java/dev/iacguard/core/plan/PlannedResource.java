package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonValues;
import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Address;
import dev.iacguard.core.source.Span;
import java.util.Map;

/**
 * A resource instance as a plan or state records it.
 *
 * @param type data sources as {@code data.TYPE}
 * @param place where it stands in the file
 * @param named whether its address stands in that place rather than the start of its object
 * @param attributes without those that are null, as {@link JsonValues} has them
 * @param documents attributes that were left in the file
 * @param changed whether the plan touches it
 */
record PlannedResource(
    Address address,
    String type,
    Place place,
    boolean named,
    Fields attributes,
    Map<String, Document> documents,
    boolean changed) {

  /** The same under another address. */
  PlannedResource at(Address other) {
    return new PlannedResource(other, type, place, named, attributes, documents, changed);
  }

  /**
   * The place with the address as text, whose length it has.
   *
   * @param path of the file
   */
  Span span(String path) {
    String text = address.toString();
    return place.piece(path, named ? quoted(text) : text).all();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /**
   * A text that was left in the file.
   *
   * @param offset of its JSON string, in bytes
   */
  record Document(long offset, boolean secret) {}
}
