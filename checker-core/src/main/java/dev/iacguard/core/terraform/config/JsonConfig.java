package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Body;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclFile;
import dev.iacguard.core.hcl.Label;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads configuration in JSON syntax as the same tree that native syntax gives: texts are templates
 * (but not in variables), top-level objects are blocks with their labels as nested names, {@code
 * //} names are comments. Without a provider's schema a nested object stays an attribute, apart
 * from {@code dynamic}, what has that inside, and the few blocks that Terraform itself defines.
 */
final class JsonConfig {
  /** The blocks that Terraform itself defines at the top of a file. */
  private static final Set<String> BLOCKS =
      Set.of(
          "resource",
          "data",
          "ephemeral",
          "module",
          "variable",
          "output",
          "provider",
          "check",
          "locals",
          "terraform",
          "moved",
          "import",
          "removed");

  private final SourceFile file;
  private final List<SyntaxError> errors = new ArrayList<>();

  private JsonConfig(SourceFile file) {
    this.file = file;
  }

  static HclFile read(SourceFile file) {
    JsonSyntax.Result json = JsonSyntax.read(file);
    JsonConfig config = new JsonConfig(file);
    if (json.error() != null) {
      config.errors.add(json.error());
    }
    List<BodyItem> items = new ArrayList<>();
    if (json.error() == null) {
      config.requireObjects(json.root(), "a file", 0);
    }
    for (JsonNode.Obj object : objects(json.root())) {
      for (JsonNode.Member member : object.members()) {
        if (!member.name().equals("//")) {
          if (BLOCKS.contains(member.name())) {
            config.requireObjects(
                member.value(), "\"" + member.name() + "\"", labels(member.name()));
          }
          config.addBlocks(member, member.name(), List.of(), labels(member.name()), items);
        }
      }
    }
    Body body = new Body(List.copyOf(items), 0, file.text().length());
    return new HclFile(file, body, List.of(), List.copyOf(config.errors));
  }

  /**
   * Names what is neither an object nor a list of objects; without a value there is no block.
   *
   * @param levels of objects by label below this one
   */
  private void requireObjects(JsonNode node, String what, int levels) {
    switch (node) {
      case JsonNode.Null none -> {}
      case JsonNode.Obj object when levels > 0 -> {
        for (JsonNode.Member member : object.members()) {
          if (!member.name().equals("//")) {
            requireObjects(member.value(), "\"" + member.name() + "\"", levels - 1);
          }
        }
      }
      case JsonNode.Obj object -> {}
      case JsonNode.Array array -> {
        for (JsonNode element : array.elements()) {
          if (element instanceof JsonNode.Obj) {
            requireObjects(element, what, levels);
          } else {
            addShapeError(element, what);
          }
        }
      }
      default -> addShapeError(node, what);
    }
  }

  private void addShapeError(JsonNode node, String what) {
    String message = what + " must be an object or a list of objects";
    errors.add(new SyntaxError(SyntaxError.Kind.SYNTAX, message, node.start(), node.end()));
  }

  /** How many labels a block of this type has. */
  private static int labels(String type) {
    return switch (type) {
      case "resource", "data", "ephemeral" -> 2;
      case "module", "variable", "output", "provider", "check", "dynamic", "backend" -> 1;
      default -> 0;
    };
  }

  /** An object, or the objects of an array; anything else is none. */
  private static List<JsonNode.Obj> objects(JsonNode node) {
    return switch (node) {
      case JsonNode.Obj object -> List.of(object);
      case JsonNode.Array array ->
          array.elements().stream()
              .filter(element -> element instanceof JsonNode.Obj)
              .map(element -> (JsonNode.Obj) element)
              .toList();
      default -> List.of();
    };
  }

  private void addBlocks(
      JsonNode.Member member, String type, List<Label> labels, int missing, List<BodyItem> into) {
    for (JsonNode.Obj object : objects(member.value())) {
      if (missing == 0) {
        into.add(
            new BodyItem.Block(
                type,
                labels,
                body(object, !type.equals("variable")),
                member.nameStart(),
                member.nameEnd(),
                object.end()));
        continue;
      }
      for (JsonNode.Member inner : object.members()) {
        if (!inner.name().equals("//")) {
          List<Label> longer = new ArrayList<>(labels);
          longer.add(new Label(inner.name(), true, inner.nameStart(), inner.nameEnd()));
          addBlocks(inner, type, List.copyOf(longer), missing - 1, into);
        }
      }
    }
  }

  /**
   * @param templates false where strings are literal
   */
  private Body body(JsonNode.Obj object, boolean templates) {
    List<BodyItem> items = new ArrayList<>();
    for (JsonNode.Member member : object.members()) {
      switch (member.name()) {
        case "//" -> {}
        case "dynamic", "content", "default_tags", "backend", "cloud" ->
            addBlocks(member, member.name(), List.of(), labels(member.name()), items);
        default -> {
          if (holdsDynamicBlocks(member.value())) {
            addBlocks(member, member.name(), List.of(), 0, items);
            continue;
          }
          items.add(
              new BodyItem.Attribute(
                  member.name(),
                  member.name().equals("depends_on")
                      ? references(member.value(), templates)
                      : expression(member.value(), templates),
                  member.nameStart(),
                  member.value().end()));
        }
      }
    }
    return new Body(List.copyOf(items), object.start(), object.end());
  }

  /** True for what can only be a block, since it has dynamic blocks inside. */
  private static boolean holdsDynamicBlocks(JsonNode node) {
    return objects(node).stream()
        .flatMap(object -> object.members().stream())
        .anyMatch(
            member ->
                (member.name().equals("dynamic") && isDynamic(member.value()))
                    || holdsDynamicBlocks(member.value()));
  }

  private static boolean isDynamic(JsonNode node) {
    return objects(node).stream()
        .flatMap(object -> object.members().stream())
        .flatMap(block -> objects(block.value()).stream())
        .anyMatch(
            block ->
                block.members().stream().anyMatch(member -> member.name().equals("for_each"))
                    && block.members().stream()
                        .anyMatch(member -> member.name().equals("content")));
  }

  /** A list whose strings are the references themselves, without {@code ${}}. */
  private Expression references(JsonNode node, boolean templates) {
    return node instanceof JsonNode.Array array
        ? new Expression.Tuple(
            array.elements().stream().map(element -> reference(element, templates)).toList(),
            node.start(),
            node.end())
        : expression(node, templates);
  }

  private Expression reference(JsonNode node, boolean templates) {
    return node instanceof JsonNode.Text text
        ? JsonTemplates.readExpression(file, text.text(), text.start(), text.end())
        : expression(node, templates);
  }

  private Expression expression(JsonNode node, boolean templates) {
    int start = node.start();
    int end = node.end();
    return switch (node) {
      case JsonNode.Obj object -> {
        List<ObjectEntry> entries = new ArrayList<>();
        for (JsonNode.Member member : object.members()) {
          Expression key = text(member.name(), member.nameStart(), member.nameEnd(), templates);
          entries.add(
              new ObjectEntry(
                  key,
                  expression(member.value(), templates),
                  member.nameStart(),
                  member.value().end()));
        }
        yield new Expression.Obj(List.copyOf(entries), start, end);
      }
      case JsonNode.Array array ->
          new Expression.Tuple(
              array.elements().stream().map(element -> expression(element, templates)).toList(),
              start,
              end);
      case JsonNode.Text text -> text(text.text(), start, end, templates);
      case JsonNode.Numeric number -> new Expression.NumberLiteral(number.text(), start, end);
      case JsonNode.Bool bool -> new Expression.BoolLiteral(bool.value(), start, end);
      case JsonNode.Null none -> new Expression.NullLiteral(start, end);
    };
  }

  private Expression text(String text, int start, int end, boolean template) {
    return template
        ? JsonTemplates.read(file, text, start, end, errors)
        : JsonTemplates.literal(text, start, end);
  }
}
