package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Target;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.config.JsonNode;
import dev.iacguard.core.terraform.config.JsonSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds things in files of Terraform's JSON syntax, each file read once. Not for several threads.
 */
final class JsonFiles {
  private final Map<SourceFile, JsonNode> roots = new HashMap<>();

  private JsonNode root(SourceFile file) {
    return roots.computeIfAbsent(file, each -> JsonSyntax.read(each).root());
  }

  /** The resource that is declared at a place; null when it is not in this file. */
  @Nullable JsonResource resource(Target target) {
    int start = target.span().start();
    for (JsonNode.Obj top : objects(root(target.span().file()))) {
      for (JsonNode.Obj resources : objects(JsonResource.value(top, "resource"))) {
        for (JsonNode.Member type : resources.members()) {
          for (JsonNode.Obj named : objects(type.value())) {
            for (JsonNode.Member member : named.members()) {
              JsonNode.@Nullable Obj body = JsonResource.block(member.value());
              if (member.nameStart() == start && body != null) {
                return new JsonResource(resources, type.name(), named, member, body);
              }
            }
          }
        }
      }
    }
    return null;
  }

  private static List<JsonNode.Obj> objects(@Nullable JsonNode node) {
    List<JsonNode.Obj> objects = new ArrayList<>();
    if (node instanceof JsonNode.Array array) {
      array.elements().forEach(element -> objects.addAll(objects(element)));
    } else if (node instanceof JsonNode.Obj object) {
      objects.add(object);
    }
    return objects;
  }

  /** The innermost value with exactly this range; null when there is none. */
  @Nullable JsonNode at(Span span) {
    return at(root(span.file()), span);
  }

  private static @Nullable JsonNode at(JsonNode node, Span span) {
    if (node.start() > span.start() || node.end() < span.end()) {
      return null;
    }
    for (JsonNode part : parts(node)) {
      @Nullable JsonNode found = at(part, span);
      if (found != null) {
        return found;
      }
    }
    return node.start() == span.start() && node.end() == span.end() ? node : null;
  }

  /** The string that holds a place; null when there is none. */
  JsonNode.@Nullable Text text(Span span) {
    JsonNode node = root(span.file());
    while (!(node instanceof JsonNode.Text)) {
      @Nullable JsonNode inner = null;
      for (JsonNode part : parts(node)) {
        inner = part.start() <= span.start() && span.end() <= part.end() ? part : inner;
      }
      if (inner == null) {
        return null;
      }
      node = inner;
    }
    return (JsonNode.Text) node;
  }

  private static List<JsonNode> parts(JsonNode node) {
    return switch (node) {
      case JsonNode.Obj object -> object.members().stream().map(JsonNode.Member::value).toList();
      case JsonNode.Array array -> array.elements();
      default -> List.of();
    };
  }

  /** Whether nothing has to be evaluated to know the value. */
  static boolean isLiteral(JsonNode node) {
    return switch (node) {
      case JsonNode.Text text -> !isTemplate(text.text());
      case JsonNode.Obj object ->
          object.members().stream().allMatch(member -> isLiteral(member.value()));
      case JsonNode.Array array -> array.elements().stream().allMatch(JsonFiles::isLiteral);
      default -> true;
    };
  }

  static boolean isTemplate(String text) {
    return text.contains("${") || text.contains("%{");
  }
}
