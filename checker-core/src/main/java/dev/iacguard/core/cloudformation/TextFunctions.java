package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.DynamicReferences;
import dev.iacguard.core.cloudformation.template.Limits;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Evaluates the intrinsic functions that build or split strings. */
final class TextFunctions {
  private final Evaluator evaluator;
  private final References references;
  private final Scope scope;

  TextFunctions(Evaluator evaluator, References references, Scope scope) {
    this.evaluator = evaluator;
    this.references = references;
    this.scope = scope;
  }

  /** {@code Fn::Sub}: a text, or a text and a mapping of names. */
  Value sub(Call call, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.isEmpty() || !(arguments.get(0) instanceof Node.Scalar template)) {
      return evaluator.misshapen(call);
    }
    Node.Mapping names =
        arguments.size() > 1 && arguments.get(1) instanceof Node.Mapping mapping
            ? mapping
            : Node.Mapping.empty(call.span());
    String text = template.text();
    TextBuilder parts = new TextBuilder();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        break;
      }
      parts.add(text.substring(from, at));
      String name = text.substring(at + 2, end).strip();
      if (name.startsWith("!")) {
        parts.add("${" + name.substring(1) + "}");
      } else {
        Value value = named(name, names, origin);
        if (isLimit(value)) {
          return value.withOrigin(origin);
        }
        add(parts, value);
      }
      from = end + 1;
      if (isTooLong(parts)) {
        return tooLong(origin);
      }
    }
    parts.add(text.substring(from));
    return bounded(parts, origin);
  }

  /** The names that a text of {@code Fn::Sub} has in braces, literal ones included. */
  static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        break;
      }
      names.add(text.substring(at + 2, end).strip());
      from = end + 1;
    }
    return names;
  }

  private Value named(String name, Node.Mapping names, Origin origin) {
    Node given = names.get(name);
    if (given != null) {
      return evaluator.evaluate(given);
    }
    return name.indexOf('.') < 0
        ? references.ref(name, origin)
        : references.attribute(name, origin);
  }

  Value join(Call call, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.size() != 2 || !(arguments.get(0) instanceof Node.Scalar delimiter)) {
      return evaluator.misshapen(call);
    }
    return Choices.map(
        evaluator.evaluate(arguments.get(1)),
        list -> {
          if (!(list instanceof Value.Sequence sequence)) {
            return list instanceof Value.Unknown
                ? list.withOrigin(origin)
                : Evaluator.invalid(call);
          }
          TextBuilder parts = new TextBuilder();
          boolean first = true;
          for (Value element : sequence.elements()) {
            if (!first) {
              parts.add(delimiter.text());
            }
            first = false;
            if (isLimit(element)) {
              return element.withOrigin(origin);
            }
            add(parts, element);
            if (isTooLong(parts)) {
              return tooLong(origin);
            }
          }
          return bounded(parts, origin);
        });
  }

  /** A list where a text is wanted has its elements with commas between them. */
  private static void add(TextBuilder parts, Value value) {
    if (value instanceof Value.Sequence sequence) {
      for (int i = 0; i < sequence.elements().size(); i++) {
        parts.add(i == 0 ? "" : ",").add(sequence.elements().get(i));
      }
    } else {
      parts.add(value);
    }
  }

  /** What was given up is not a piece of anything: pieces of it would add up. */
  private static boolean isLimit(Value value) {
    return value instanceof Value.Unknown unknown && unknown.cause() == Cause.LIMIT;
  }

  private static boolean isTooLong(TextBuilder parts) {
    return (long) parts.length() + parts.holes() > Limits.TEXT;
  }

  private Value tooLong(Origin origin) {
    String limit = "a string of more than " + Limits.TEXT + " characters";
    scope.diagnostics().limit(origin.at(), "the code asks for " + limit);
    return Value.Unknown.of(Cause.LIMIT, limit, origin);
  }

  private Value bounded(TextBuilder parts, Origin origin) {
    if (isTooLong(parts)) {
      return tooLong(origin);
    }
    if (!scope.evaluationBudget().make((long) parts.length() + parts.holes())) {
      scope.diagnostics().limit(origin.at(), scope.evaluationBudget().exceeded());
      return Value.Unknown.of(Cause.LIMIT, "a string", origin);
    }
    Value text = DynamicReferences.resolve(parts.build(origin), references::storedValue);
    return text instanceof Value.Text whole && unwrap(whole) instanceof Value.Unknown unknown
        ? unknown.withOrigin(whole.origin())
        : text;
  }

  /** What a text is made of is looked at. */
  private void read(Value value) {
    if (value instanceof Value.Text text) {
      long size = 0;
      for (TextPart part : text.parts()) {
        size += part instanceof TextPart.Literal literal ? literal.text().length() : 1;
      }
      scope.evaluationBudget().read(size);
    }
  }

  Value split(Call call, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof Node.Scalar delimiter)
        || delimiter.text().isEmpty()) {
      return evaluator.misshapen(call);
    }
    return Choices.map(
        evaluator.evaluate(arguments.get(1)), source -> split(source, delimiter.text(), origin));
  }

  /** An unknown piece may hold delimiters, so that there may be more elements. */
  private Value split(Value source, String delimiter, Origin origin) {
    read(source);
    Value.Text arn = delimiter.startsWith(":") ? references.logGroupArn(source) : null;
    if (arn != null) {
      return split(arn, delimiter, false, origin);
    }
    return source instanceof Value.Text text
        ? split(text, delimiter, text.known() == null, origin.marked(text.origin().valueMarks()))
        : source.withOrigin(origin);
  }

  private static Value split(Value.Text text, String delimiter, boolean open, Origin origin) {
    List<Value> elements = new ArrayList<>();
    TextBuilder current = new TextBuilder();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Literal literal) {
        String whole = literal.text();
        int from = 0;
        for (int at = whole.indexOf(delimiter); at >= 0; at = whole.indexOf(delimiter, from)) {
          elements.add(unwrap(current.add(whole.substring(from, at)).build(origin)));
          current = new TextBuilder();
          from = at + delimiter.length();
        }
        current.add(whole.substring(from));
      } else {
        current.add(part);
      }
    }
    elements.add(unwrap(current.build(origin)));
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(elements), open, origin);
  }

  /** A text of nothing but one unknown piece is that piece. */
  private static Value unwrap(Value.Text text) {
    return text.parts().size() == 1 && text.parts().get(0) instanceof TextPart.Hole hole
        ? hole.value()
        : text;
  }

  Value base64(Call call, Origin origin) {
    return Choices.map(
        evaluator.evaluate(call.argument()),
        source -> {
          read(source);
          String text = Choices.scalar(source);
          if (text == null) {
            return Evaluator.unknown(call, source, origin);
          }
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          return Value.Text.of(Base64.getEncoder().encodeToString(bytes), origin);
        });
  }

  Value toJson(Call call, Origin origin) {
    TextBuilder parts = new TextBuilder();
    JsonText.write(evaluator.evaluate(call.argument()), parts);
    return bounded(parts, origin);
  }
}
