package dev.iacguard.core.deployed;

import dev.iacguard.core.json.Place;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A resource as an export records it.
 *
 * @param type of CloudFormation
 * @param id unique in the account and Region together with the type; the part of its ARN that names
 *     it where it has one
 * @param attributes by the names of CloudFormation, as {@link
 *     dev.iacguard.core.json.JsonValues#NOWHERE} has them
 * @param path of the file, as shown
 * @param place where it stands in the file
 * @param captured when it was recorded, as text that sorts by time; later ones win
 * @param deleted whether it records that the resource is gone
 */
record ExportedResource(
    String type,
    String id,
    Map<String, Value> attributes,
    String path,
    Place place,
    String captured,
    boolean deleted) {

  /** An answer of AWS itself counts more than any record of AWS Config. */
  static final String NOW = "~";

  /** A list of names counts less than anything else. */
  static final String NAMED = "";

  /** As far as its ARN says. */
  ExportPlace ofArn() {
    return ExportPlace.ofArn(AccountExport.known(attributes.get("Arn")));
  }

  Span at() {
    return place.piece(path, id).all();
  }

  /**
   * What this and a later record of the same time both say.
   *
   * @return the later record, with what differs unknown
   */
  ExportedResource agreed(ExportedResource later) {
    Map<String, Value> agreed = new LinkedHashMap<>(attributes);
    later.attributes.forEach(agreed::put);
    agreed.replaceAll(
        (name, value) ->
            value.equals(attributes.get(name)) && value.equals(later.attributes.get(name))
                ? value
                : Shape.unknown(name));
    return new ExportedResource(type, id, agreed, later.path, later.place, captured, later.deleted);
  }
}
