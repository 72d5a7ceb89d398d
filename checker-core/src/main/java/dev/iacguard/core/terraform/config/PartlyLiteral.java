package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value in a file whose names and functions are not evaluated: entries, elements and pieces
 * of strings that are literal are known, all others are unknown.
 *
 * @param what names the value where a part of it is unknown
 */
record PartlyLiteral(SourceFile file, String what) {

  Value read(Expression expression) {
    Origin at = Origin.at(expression.span(file));
    return switch (expression) {
      case Expression.NumberLiteral number -> {
        BigDecimal parsed = Numbers.parse(number.text());
        yield parsed == null ? unknown(at) : new Value.Numeric(parsed, at);
      }
      case Expression.BoolLiteral bool -> new Value.Bool(bool.value(), at);
      case Expression.NullLiteral none -> new Value.Null(at);
      case Expression.Parentheses inner -> read(inner.inner());
      case Expression.Template text -> text(text, at);
      case Expression.Tuple list ->
          new Value.Sequence(
              Value.Sequence.Kind.TUPLE,
              list.elements().stream().map(this::read).toList(),
              false,
              at);
      case Expression.Obj object -> mapping(object, at);
      default -> unknown(at);
    };
  }

  /** The name that a key is, or null where it has to be evaluated. */
  static @Nullable String name(Expression key) {
    return switch (key) {
      case Expression.Name name -> name.name();
      case Expression.Template text -> text.literal();
      default -> null;
    };
  }

  private Value mapping(Expression.Obj object, Origin at) {
    Map<String, Value> entries = new TreeMap<>();
    boolean open = false;
    for (ObjectEntry entry : object.entries()) {
      String name = name(entry.key());
      if (name == null) {
        open = true;
      } else {
        entries.put(name, read(entry.value()));
      }
    }
    return new Value.Mapping(false, entries, open, at);
  }

  /** A whole string in quotes that is one interpolation has the type of what it holds. */
  private Value text(Expression.Template text, Origin at) {
    List<TextPart> parts = new ArrayList<>();
    for (TemplatePart part : text.parts()) {
      switch (part) {
        case TemplatePart.Text literal -> parts.add(new TextPart.Literal(literal.text()));
        case TemplatePart.Interpolation hole -> parts.add(new TextPart.Hole(unknown(at)));
        default -> {
          return unknown(at);
        }
      }
    }
    boolean wrapped = parts.size() == 1 && parts.get(0) instanceof TextPart.Hole;
    return wrapped ? unknown(at) : new Value.Text(List.copyOf(parts), at);
  }

  private Value unknown(Origin at) {
    return Value.Unknown.of(Cause.NOT_EVALUATED, what, at);
  }
}
