package dev.iacguard.core.terraform;

import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body with what override files lay over it: an attribute of a later layer replaces the
 * attribute, a block of a later layer replaces all blocks of its type.
 */
record LayeredBody(List<Layer> layers) {

  /** One file's part of the body. */
  record Layer(SourceFile file, Body body) {}

  /** An expression and the file that it stands in. */
  record Located(SourceFile file, Expression expression) {}

  /** A block and the file that it stands in. */
  record LocatedBlock(SourceFile file, BodyItem.Block block) {}

  static LayeredBody of(SourceFile file, Body body) {
    return new LayeredBody(List.of(new Layer(file, body)));
  }

  @Nullable Located attribute(String name) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      BodyItem.Attribute found = layers.get(i).body().attribute(name);
      if (found != null) {
        return new Located(layers.get(i).file(), found.value());
      }
    }
    return null;
  }

  /** The blocks of a type, dynamic ones in their places among them. */
  List<LocatedBlock> blocks(String type) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      List<LocatedBlock> found =
          layer.body().items().stream()
              .filter(item -> item instanceof BodyItem.Block block && typeOf(block).equals(type))
              .map(item -> new LocatedBlock(layer.file(), (BodyItem.Block) item))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The names of all attributes and block types. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Layer layer : layers) {
      for (BodyItem item : layer.body().items()) {
        names.add(
            switch (item) {
              case BodyItem.Attribute attribute -> attribute.name();
              case BodyItem.Block block -> typeOf(block);
            });
      }
    }
    return names;
  }

  private static String typeOf(BodyItem.Block block) {
    return isDynamic(block) ? block.label(0) : block.type();
  }

  static boolean isDynamic(BodyItem.Block block) {
    return block.type().equals("dynamic") && !block.labels().isEmpty();
  }
}
