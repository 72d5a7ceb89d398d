package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.Expression;
import dev.iacguard.core.hcl.ObjectEntry;
import dev.iacguard.core.hcl.TemplatePart;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Conversions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value in a file whose functions are not evaluated: entries, elements and pieces of
 * strings that are literal, or names of what is literal, are known, all others are unknown.
 */
final class PartlyLiteral {
  /** Names that lead to further names are followed this far. */
  private static final int DEEPEST = 20;

  /** Names are followed this often for one value. */
  private static final int MOST = 1_000;

  private final TerragruntFile in;
  private final String what;
  private final int depth;
  private final AtomicInteger followed;

  /**
   * @param what names the value where a part of it is unknown
   */
  PartlyLiteral(TerragruntFile in, String what) {
    this(in, what, 0, new AtomicInteger());
  }

  private PartlyLiteral(TerragruntFile in, String what, int depth, AtomicInteger followed) {
    this.in = in;
    this.what = what;
    this.depth = depth;
    this.followed = followed;
  }

  Value read(Expression expression) {
    Origin at = Origin.at(expression.span(in.hcl().file()));
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
      default -> followed(expression, at);
    };
  }

  private Value followed(Expression expression, Origin at) {
    boolean further = depth < DEEPEST && followed.incrementAndGet() <= MOST;
    TerragruntFile.Written written = further ? in.follow(expression) : null;
    Expression found = written == null ? null : written.expression();
    return written == null || found == null || found.equals(expression)
        ? unknown(at)
        : new PartlyLiteral(written.file(), what, depth + 1, followed).read(found);
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
        case TemplatePart.Interpolation hole -> {
          Value value = read(hole.expression());
          if (text.parts().size() == 1) {
            return value;
          }
          String known = Conversions.knownText(value);
          parts.add(known == null ? new TextPart.Hole(unknown(at)) : new TextPart.Literal(known));
        }
        default -> {
          return unknown(at);
        }
      }
    }
    TextBuilder joined = new TextBuilder();
    parts.forEach(joined::add);
    return joined.build(at);
  }

  private Value unknown(Origin at) {
    return Value.Unknown.of(Cause.NOT_EVALUATED, what, at);
  }
}
