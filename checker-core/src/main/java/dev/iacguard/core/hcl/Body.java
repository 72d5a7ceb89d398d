package dev.iacguard.core.hcl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes and blocks in source order.
 *
 * @param start offset of the opening brace, or 0 for a file
 */
public record Body(List<BodyItem> items, int start, int end) implements Node {

  /** The attribute of that name (the first, should there be several), or null. */
  public BodyItem.@Nullable Attribute attribute(String name) {
    for (BodyItem item : items) {
      if (item instanceof BodyItem.Attribute attribute && attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }

  /** The blocks of that type, in order. */
  public List<BodyItem.Block> blocks(String type) {
    List<BodyItem.Block> found = new ArrayList<>();
    for (BodyItem item : items) {
      if (item instanceof BodyItem.Block block && block.type().equals(type)) {
        found.add(block);
      }
    }
    return found;
  }
}
