package dev.iacguard.rules.view.value;

import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How tags are added to a resource, to paste.
 *
 * @param path the file that declares the resource
 * @param written the tags that it has, where they can be added to; null when it says nothing of
 *     tags
 */
public record TagSetting(
    String path, String name, TagProperty.Shape shape, @Nullable Span written) {
  /** Longer code is not repeated in a help. */
  private static final int MOST_CHARACTERS = 60;

  /** What SAM adds by itself. */
  private static final Set<String> OF_SAM = Set.of("httpapi:createdBy");

  /**
   * Null when the resource has no property for tags, is in a generated file, or has tags that
   * nothing can be added to as they are.
   *
   * @param keys of the tags that it has
   * @param at what it says of tags; null when it says nothing
   */
  static @Nullable TagSetting of(
      Resource resource, TagProperty property, Set<String> keys, @Nullable Origin at) {
    String path = resource.header().path();
    if (property.path().size() != 1 || GeneratedFile.is(path)) {
      return null;
    }
    String name = property.path().get(0);
    if (resource.generated() != null) {
      boolean none = resource.generated().how().equals("sam") && OF_SAM.containsAll(keys);
      return none ? new TagSetting(path, name, new TagProperty.Shape.Map(), null) : null;
    }
    if (!resource.attributes().has(name)) {
      return new TagSetting(path, name, property.shape(), null);
    }
    return at == null || at.sensitive() || !canBeAddedTo(at, property.shape(), name)
        ? null
        : new TagSetting(path, name, property.shape(), at.at());
  }

  /** Whether it is an object or a list that is written there, or an expression to merge with. */
  private static boolean canBeAddedTo(Origin at, TagProperty.Shape shape, String name) {
    String code = at.at().text();
    boolean hcl = Syntax.of(at.at().path(), name) == Syntax.HCL;
    return switch (shape) {
      case TagProperty.Shape.Map map ->
          hcl ? code.startsWith("{") || isShort(code) : at.trail() == null && !code.startsWith("!");
      case TagProperty.Shape.Pairs pairs ->
          at.trail() == null && (hcl ? code.startsWith("[") : !code.startsWith("!"));
      default -> false;
    };
  }

  private static boolean isShort(String code) {
    return !code.isBlank() && code.length() <= MOST_CHARACTERS && code.indexOf('\n') < 0;
  }

  /**
   * {@code add tags = { Owner = "orders" }}, or what else adds them.
   *
   * @param tags values by key
   */
  public String step(Map<String, String> tags) {
    Syntax syntax = Syntax.of(path, name);
    String value =
        switch (shape) {
          case TagProperty.Shape.Pairs pairs ->
              tags.entrySet().stream()
                  .map(tag -> pair(pairs, tag.getKey(), tag.getValue(), syntax))
                  .collect(
                      Collectors.joining(
                          ", ", written == null ? "[" : "", written == null ? "]" : ""));
          case TagProperty.Shape.Map map when written == null || isMerged(syntax) ->
              object(tags, syntax);
          case TagProperty.Shape.Map map ->
              tags.entrySet().stream()
                  .map(tag -> syntax.setting(tag.getKey(), syntax.quoted(tag.getValue())))
                  .collect(Collectors.joining(", "));
          case TagProperty.Shape.Json json when syntax == Syntax.JSON ->
              syntax.quoted(object(tags, syntax));
          case TagProperty.Shape.Json json -> "jsonencode(" + object(tags, syntax) + ')';
          case TagProperty.Shape.Elsewhere elsewhere -> object(tags, syntax);
        };
    if (written == null) {
      return "add " + syntax.setting(name, value);
    }
    return isMerged(syntax)
        ? "set " + syntax.setting(name, "merge(" + written.text() + ", " + value + ')')
        : "add " + value + " to " + name;
  }

  private boolean isMerged(Syntax syntax) {
    return written != null
        && shape instanceof TagProperty.Shape.Map
        && syntax == Syntax.HCL
        && !written.text().startsWith("{");
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
