package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.terraform.config.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A resource in Terraform's JSON syntax.
 *
 * @param resources what holds the types: the object under {@code "resource"}
 * @param named what holds the names of its type
 * @param member its name with its body
 * @param body its arguments
 */
record JsonResource(
    JsonNode.Obj resources,
    String type,
    JsonNode.Obj named,
    JsonNode.Member member,
    JsonNode.Obj body) {

  /** The value of an argument; null when it is not written. */
  @Nullable JsonNode argument(String name) {
    return value(body, name);
  }

  /** The value of a member; null when there is none. */
  static @Nullable JsonNode value(JsonNode.Obj object, String name) {
    for (JsonNode.Member member : object.members()) {
      if (member.name().equals(name)) {
        return member.value();
      }
    }
    return null;
  }

  /** What stands for one block: an object, or a list of one. */
  static JsonNode.@Nullable Obj block(@Nullable JsonNode node) {
    return switch (node) {
      case JsonNode.Obj object -> object;
      case JsonNode.Array array
          when array.elements().size() == 1
              && array.elements().getFirst() instanceof JsonNode.Obj object ->
          object;
      case null, default -> null;
    };
  }
}
