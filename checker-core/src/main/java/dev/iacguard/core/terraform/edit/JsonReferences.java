package dev.iacguard.core.terraform.edit;

import dev.iacguard.core.edit.JsonTerms;
import dev.iacguard.core.edit.Syntax;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.HclReader;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.config.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what refers to resources in JSON syntax, where an expression is a string. */
record JsonReferences(SourceFile file, JsonResource resource) {

  /** Writes values beside a resource. */
  static JsonTerms terms(SourceFile file, JsonResource resource) {
    return new JsonTerms(JsonReferences::quoted, new JsonReferences(file, resource)::text);
  }

  /** A string in which nothing is a template. */
  static String quoted(String text) {
    return Syntax.JSON.quoted(text.replace("${", "$${").replace("%{", "%%{"));
  }

  private String text(Term term) {
    return switch (term) {
      case Term.Declared it -> expression(it.type() + "." + it.name(), it.attribute());
      case Term.Itself it ->
          expression(resource.type() + "." + resource.member().name(), it.attribute());
      case Term.Same it -> copied(it.property());
      case Term.OfReferred it -> ofReferred(it);
      case Term.Joined it -> joined(it);
      default -> throw new IllegalArgumentException(term + " refers to nothing");
    };
  }

  private String expression(String address, String attribute) {
    String instance =
        resource.argument("for_each") != null
            ? "[each.key]"
            : resource.argument("count") != null ? "[count.index]" : "";
    return "\"${" + address + instance + "." + attribute + "}\"";
  }

  private String copied(String property) {
    @Nullable JsonNode value = resource.argument(property);
    return value == null ? "null" : written(value);
  }

  private String written(JsonNode value) {
    return file.text().substring(value.start(), value.end());
  }

  /** {@code "${aws_x.a.id}"} becomes {@code "${aws_x.a.name}"}. */
  private String ofReferred(Term.OfReferred it) {
    return Syntax.JSON.quoted("${" + Objects.requireNonNull(referred(it)) + it.attribute() + "}");
  }

  /** Why a value cannot be written; null when it can. */
  @Nullable String missing(Term value) {
    return Term.missing(value, it -> referred(it) != null);
  }

  /** The resource that a property refers to, with the dot behind it; null for anything else. */
  private @Nullable String referred(Term.OfReferred it) {
    if (resource.argument(it.property()) instanceof JsonNode.Text text
        && interpolated(file, text.text()) instanceof Expression.GetAttribute reference) {
      String source = text.text().substring(reference.start(), reference.nameStart());
      return it.isIn(source) ? source : null;
    }
    return null;
  }

  /** The expression of a text that is one interpolation; null for any other. */
  static @Nullable Expression interpolated(SourceFile file, String text) {
    Expression read = HclReader.readTemplate(file.withText(text)).expression();
    return read instanceof Expression.Template template
            && template.parts().size() == 1
            && template.parts().getFirst() instanceof TemplatePart.Interpolation one
            && one.start() == 0
        ? one.expression()
        : null;
  }

  private String joined(Term.Joined it) {
    StringBuilder text = new StringBuilder();
    for (Term.Part part : it.parts()) {
      switch (part) {
        case Term.Literal literal -> {
          String quoted = quoted(literal.text());
          text.append(quoted, 1, quoted.length() - 1);
        }
        case Term.Copy copy -> {
          String written = copied(copy.property());
          boolean string = written.startsWith("\"");
          text.append(string ? written.substring(1, written.length() - 1) : written);
        }
      }
    }
    return "\"" + text + "\"";
  }
}
