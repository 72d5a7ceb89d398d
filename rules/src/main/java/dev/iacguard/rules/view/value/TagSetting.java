package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tags to paste into a resource that says nothing of tags.
 *
 * @param path the file that declares the resource
 */
public record TagSetting(String path, String name, TagProperty.Shape shape) {

  /**
   * Null when the resource already says something of tags, has no property for them, or is in a
   * generated file.
   */
  static @Nullable TagSetting of(Resource resource, TagProperty property) {
    boolean possible =
        property.path().size() == 1
            && resource.generated() == null
            && !GeneratedFile.is(resource.header().path())
            && !resource.attributes().has(property.path().get(0));
    return possible
        ? new TagSetting(resource.header().path(), property.path().get(0), property.shape())
        : null;
  }

  /**
   * {@code tags = { Owner = "orders" }}.
   *
   * @param tags values by key
   */
  public String with(Map<String, String> tags) {
    Syntax syntax = Syntax.of(path, name);
    String value =
        switch (shape) {
          case TagProperty.Shape.Pairs pairs ->
              tags.entrySet().stream()
                  .map(tag -> pair(pairs, tag.getKey(), tag.getValue(), syntax))
                  .collect(Collectors.joining(", ", "[", "]"));
          case TagProperty.Shape.Map map -> object(tags, syntax);
          case TagProperty.Shape.Json json when syntax == Syntax.JSON ->
              syntax.quoted(object(tags, syntax));
          case TagProperty.Shape.Json json -> "jsonencode(" + object(tags, syntax) + ')';
          case TagProperty.Shape.Elsewhere elsewhere -> object(tags, syntax);
        };
    return syntax.setting(name, value);
  }

  private static String pair(
      TagProperty.Shape.Pairs names, String key, String value, Syntax syntax) {
    Map<String, String> pair = new LinkedHashMap<>();
    pair.put(names.key(), key);
    pair.put(names.value(), value);
    return object(pair, syntax);
  }

  private static String object(Map<String, String> values, Syntax syntax) {
    Map<String, String> quoted = new LinkedHashMap<>();
    values.forEach((key, value) -> quoted.put(key, syntax.quoted(value)));
    return syntax.object(quoted);
  }
}
