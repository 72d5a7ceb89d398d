package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.terraform.config.LayeredBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the arguments of a {@code lifecycle} block, which are not evaluated like others. */
final class Lifecycle {
  private static final String NAME = "lifecycle";

  private Lifecycle() {}

  /** The argument as written, or null; in JSON syntax the block reads as an attribute. */
  static LayeredBody.@Nullable Located argument(LayeredBody body, String name) {
    List<LayeredBody.LocatedBlock> blocks = body.blocks(NAME);
    for (LayeredBody.LocatedBlock block : blocks) {
      BodyItem.Attribute argument = block.block().body().attribute(name);
      if (argument != null) {
        return new LayeredBody.Located(block.file(), argument.value());
      }
    }
    LayeredBody.Located attribute = blocks.isEmpty() ? body.attribute(NAME) : null;
    Expression argument = attribute == null ? null : inJson(attribute.expression(), name);
    return attribute == null || argument == null
        ? null
        : new LayeredBody.Located(attribute.file(), argument);
  }

  /** JSON may write the block by itself or as the only one of a list. */
  private static @Nullable Expression inJson(Expression block, String name) {
    if (block instanceof Expression.Tuple list && !list.elements().isEmpty()) {
      return inJson(list.elements().get(0), name);
    }
    if (block instanceof Expression.Obj object) {
      for (ObjectEntry entry : object.entries()) {
        if (entry.key() instanceof Expression.Template key && name.equals(key.literal())) {
          return entry.value();
        }
      }
    }
    return null;
  }
}
