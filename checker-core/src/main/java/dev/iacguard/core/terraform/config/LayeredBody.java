package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body merged with override files: an attribute or block type of a later layer replaces the
 * attribute or all blocks of that name.
 */
public record LayeredBody(List<Layer> layers) {

  /** One file's part of the body. */
  record Layer(SourceFile file, Body body) {}

  /** An expression and the file that it stands in. */
  public record Located(SourceFile file, Expression expression) {}

  /** A block and the file that it stands in. */
  public record LocatedBlock(SourceFile file, BodyItem.Block block) {}

  public static LayeredBody of(SourceFile file, Body body) {
    return new LayeredBody(List.of(new Layer(file, body)));
  }

  @Nullable
  public Located attribute(String name) {
    Layer layer = last(name);
    BodyItem.Attribute found = layer == null ? null : layer.body().attribute(name);
    return layer == null || found == null ? null : new Located(layer.file(), found.value());
  }

  /** The blocks of a type, dynamic ones in their places among them. */
  public List<LocatedBlock> blocks(String type) {
    Layer layer = last(type);
    return layer == null
        ? List.of()
        : layer.body().items().stream()
            .filter(item -> item instanceof BodyItem.Block && nameOf(item).equals(type))
            .map(item -> new LocatedBlock(layer.file(), (BodyItem.Block) item))
            .toList();
  }

  /** The attributes and blocks that no later layer replaces. */
  public List<BodyItem> items() {
    List<BodyItem> items = new ArrayList<>();
    for (Layer layer : layers) {
      for (BodyItem item : layer.body().items()) {
        if (layers.size() == 1 || layer.equals(last(nameOf(item)))) {
          items.add(item);
        }
      }
    }
    return items;
  }

  /** The last layer that has anything of a name, be it an attribute or blocks. */
  private @Nullable Layer last(String name) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      for (BodyItem item : layers.get(i).body().items()) {
        if (nameOf(item).equals(name)) {
          return layers.get(i);
        }
      }
    }
    return null;
  }

  /** The names of all attributes and block types. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Layer layer : layers) {
      for (BodyItem item : layer.body().items()) {
        names.add(nameOf(item));
      }
    }
    return names;
  }

  private static String nameOf(BodyItem item) {
    return switch (item) {
      case BodyItem.Attribute attribute -> attribute.name();
      case BodyItem.Block block -> isDynamic(block) ? block.label(0) : block.type();
    };
  }

  public static boolean isDynamic(BodyItem.Block block) {
    return block.type().equals("dynamic") && !block.labels().isEmpty();
  }
}
