package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.BodyItem;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.SourceFile;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes what refers to resources, as seen from a block. Where the block is repeated, so are the
 * resources that are declared for it.
 */
record References(SourceFile file, BodyItem.Block block) {

  String text(Term term) {
    return switch (term) {
      case Term.Declared it -> it.type() + "." + it.name() + instance() + "." + it.attribute();
      case Term.Itself it ->
          block.label(0) + "." + block.label(1) + instance() + "." + it.attribute();
      case Term.Same it -> copied(it.property());
      case Term.Joined it -> joined(it);
      case Term.OfReferred it -> ofReferred(it);
      default -> throw new IllegalArgumentException(term + " refers to nothing");
    };
  }

  private String instance() {
    if (block.body().attribute("for_each") != null) {
      return "[each.key]";
    }
    return block.body().attribute("count") == null ? "" : "[count.index]";
  }

  private String copied(String property) {
    BodyItem.@Nullable Attribute attribute = block.body().attribute(property);
    return attribute == null ? "null" : Declarations.text(file, attribute.value());
  }

  /**
   * {@code aws_api_gateway_rest_api.orders.id} becomes {@code
   * aws_api_gateway_rest_api.orders.name}.
   */
  private String ofReferred(Term.OfReferred it) {
    return Objects.requireNonNull(referred(it)) + it.attribute();
  }

  /** Why a value cannot be written; null when it can. */
  @Nullable String missing(Term value) {
    return Term.missing(value, it -> referred(it) != null);
  }

  /** The resource that a property refers to, with the dot behind it; null for anything else. */
  private @Nullable String referred(Term.OfReferred it) {
    BodyItem.@Nullable Attribute attribute = block.body().attribute(it.property());
    @Nullable Expression value = attribute == null ? null : attribute.value();
    if (value instanceof Expression.Template template
        && template.parts().size() == 1
        && template.parts().getFirst() instanceof TemplatePart.Interpolation only) {
      value = only.expression();
    }
    if (!(value instanceof Expression.GetAttribute reference)) {
      return null;
    }
    String source = file.text().substring(reference.start(), reference.nameStart());
    return it.isIn(source) ? source : null;
  }

  private String joined(Term.Joined it) {
    StringBuilder text = new StringBuilder("\"");
    for (Term.Part part : it.parts()) {
      switch (part) {
        case Term.Literal literal -> text.append(Syntax.HCL.escaped(literal.text()));
        case Term.Copy copy -> text.append(interpolated(copy.property()));
      }
    }
    return text.append('"').toString();
  }

  /** A quoted text goes in as it is; anything else is interpolated. */
  private String interpolated(String property) {
    BodyItem.@Nullable Attribute attribute = block.body().attribute(property);
    if (attribute != null
        && attribute.value() instanceof Expression.Template template
        && template.kind() == Expression.Template.Kind.QUOTED) {
      return file.text().substring(template.start() + 1, template.end() - 1);
    }
    return "${" + copied(property) + "}";
  }
}
