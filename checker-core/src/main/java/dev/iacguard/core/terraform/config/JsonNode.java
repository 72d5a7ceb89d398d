package dev.iacguard.core.terraform.config;

import java.util.List;

/**
 * A JSON text as a tree with positions. Offsets are 0-based UTF-16 code units, start inclusive, end
 * exclusive.
 */
public sealed interface JsonNode {
  int start();

  int end();

  /** In the order they stand in, a name that is used twice twice. */
  record Obj(List<Member> members, int start, int end) implements JsonNode {}

  record Member(String name, int nameStart, int nameEnd, JsonNode value) {}

  record Array(List<JsonNode> elements, int start, int end) implements JsonNode {}

  /**
   * @param text unescaped
   */
  record Text(String text, int start, int end) implements JsonNode {}

  /**
   * @param text as written
   */
  record Numeric(String text, int start, int end) implements JsonNode {}

  record Bool(boolean value, int start, int end) implements JsonNode {}

  record Null(int start, int end) implements JsonNode {}
}
