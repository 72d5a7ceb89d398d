package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.terraform.value.TypeConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads type constraints: {@code type = map(object({ days = optional(number, 30) }))}. */
public final class TypeReader {
  private TypeReader() {}

  /**
   * @param file what the expression was read from
   */
  public static TypeConstraint read(Expression expression, SourceFile file) {
    // In JSON syntax, and before Terraform 0.12, types are quoted.
    if (expression instanceof Expression.Template template && template.literal() != null) {
      String text = template.literal();
      return read(JsonTemplates.readExpression(file, text, template.start(), template.end()));
    }
    return read(expression);
  }

  private static TypeConstraint read(Expression expression) {
    return switch (expression) {
      case Expression.Name name -> named(name.name());
      case Expression.Call call when call.arguments().size() >= 1 -> constructed(call);
      default -> TypeConstraint.ANY;
    };
  }

  private static TypeConstraint named(String name) {
    return switch (name) {
      case "string" -> TypeConstraint.Primitive.TEXT;
      case "number" -> TypeConstraint.Primitive.NUMBER;
      case "bool" -> TypeConstraint.Primitive.BOOL;
      case "list" -> new TypeConstraint.Elements(Value.Sequence.Kind.LIST, TypeConstraint.ANY);
      case "set" -> new TypeConstraint.Elements(Value.Sequence.Kind.SET, TypeConstraint.ANY);
      case "map" -> new TypeConstraint.Entries(TypeConstraint.ANY);
      default -> TypeConstraint.ANY;
    };
  }

  private static TypeConstraint constructed(Expression.Call call) {
    Expression inner = call.arguments().get(0);
    return switch (call.name()) {
      case "list" -> new TypeConstraint.Elements(Value.Sequence.Kind.LIST, read(inner));
      case "set" -> new TypeConstraint.Elements(Value.Sequence.Kind.SET, read(inner));
      case "map" -> new TypeConstraint.Entries(read(inner));
      case "object" ->
          inner instanceof Expression.Obj object ? structure(object) : TypeConstraint.ANY;
      case "tuple" ->
          inner instanceof Expression.Tuple tuple
              ? new TypeConstraint.Positions(
                  tuple.elements().stream().map(TypeReader::read).toList())
              : TypeConstraint.ANY;
      default -> TypeConstraint.ANY;
    };
  }

  private static TypeConstraint structure(Expression.Obj object) {
    Map<String, TypeConstraint.Field> fields = new LinkedHashMap<>();
    for (ObjectEntry entry : object.entries()) {
      if (entry.key() instanceof Expression.Name name) {
        fields.put(name.name(), field(entry.value()));
      } else if (entry.key() instanceof Expression.Template text && text.literal() != null) {
        fields.put(text.literal(), field(entry.value()));
      }
    }
    return new TypeConstraint.Structure(fields);
  }

  private static TypeConstraint.Field field(Expression type) {
    if (type instanceof Expression.Call call && call.name().equals("optional")) {
      List<Expression> arguments = call.arguments();
      return arguments.isEmpty()
          ? new TypeConstraint.Field(TypeConstraint.ANY, true, null)
          : new TypeConstraint.Field(
              read(arguments.get(0)), true, arguments.size() > 1 ? arguments.get(1) : null);
    }
    return new TypeConstraint.Field(read(type), false, null);
  }
}
