package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.JsonWriter;
import dev.iacguard.core.terraform.value.NumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates {@code format} and {@code formatlist}. An unknown argument leaves a hole; the text
 * around it stays.
 */
final class Formatting {
  private Formatting() {}

  static Value format(FunctionCall call) {
    String format = call.known(0);
    return format == null
        ? call.unknown()
        : format(call, format, call.arguments().subList(1, call.count()));
  }

  static Value formatList(FunctionCall call) {
    String format = call.known(0);
    List<Value> arguments = call.arguments().subList(1, call.count());
    int length = -1;
    boolean open = format == null;
    for (Value argument : arguments) {
      if (argument instanceof Value.Sequence list) {
        if (list.open()) {
          open = true;
        } else if (length >= 0 && length != list.elements().size()) {
          return call.invalid("lists of one length are needed");
        } else {
          length = list.elements().size();
        }
      }
      open |= argument instanceof Value.Unknown;
    }
    if (format == null || open) {
      return call.unknown();
    }
    List<Value> lines = new ArrayList<>();
    long size = 0;
    for (int i = 0; i < (length < 0 ? 1 : length); i++) {
      List<Value> row = new ArrayList<>();
      for (Value argument : arguments) {
        row.add(argument instanceof Value.Sequence list ? list.elements().get(i) : argument);
      }
      Value line = format(call, format, row);
      if (!(line instanceof Value.Text text)) {
        return line;
      }
      size += text.known() == null ? format.length() : text.known().length();
      if (size > EvaluationBudget.MAX_TEXT) {
        return call.tooLong();
      }
      lines.add(line);
    }
    return call.sequence(Value.Sequence.Kind.LIST, lines, false);
  }

  private static Value format(FunctionCall call, String format, List<Value> arguments) {
    TextBuilder text = new TextBuilder();
    int next = 1;
    int highest = 0;
    int from = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      text.add(format.substring(from, at));
      if (format.startsWith("%%", at)) {
        text.add("%");
        from = at + 2;
        continue;
      }
      FormatVerb verb = FormatVerb.read(format, at + 1, next);
      if (verb == null) {
        return call.invalid("a verb is missing or wrong");
      }
      if (verb.argument() > arguments.size()) {
        return call.invalid("there are not enough arguments");
      }
      if (verb.size() > EvaluationBudget.MAX_TEXT - text.length()) {
        return call.tooLong();
      }
      Value formatted = verb(call, verb, arguments.get(verb.argument() - 1));
      if (Derived.isError(formatted)) {
        return formatted;
      }
      text.add(formatted);
      if (text.length() > EvaluationBudget.MAX_TEXT) {
        return call.tooLong();
      }
      next = verb.argument() + 1;
      highest = Math.max(highest, verb.argument());
      from = verb.end();
    }
    text.add(format.substring(from));
    return highest < arguments.size()
        ? call.invalid("there are too many arguments")
        : text.build(call.origin());
  }

  private static Value verb(FunctionCall call, FormatVerb verb, Value argument) {
    if (argument instanceof Value.Choice) {
      return ChoiceLifting.map(argument, arm -> verb(call, verb, arm));
    }
    if (argument instanceof Value.Null && verb.letter() != 'v') {
      return call.invalid("null cannot be formatted");
    }
    return switch (verb.letter()) {
      case 's', 'q' -> text(call, verb, Conversions.toText(argument));
      case 'v' -> general(call, verb, argument);
      case 't' -> Conversions.toText(Conversions.toBool(argument));
      case 'b', 'd', 'o', 'x', 'X', 'e', 'E', 'f', 'g', 'G' -> number(call, verb, argument);
      default -> call.invalid("there is no verb " + verb.letter());
    };
  }

  private static Value number(FunctionCall call, FormatVerb verb, Value argument) {
    Value number = Conversions.toNumber(argument);
    if (!(number instanceof Value.Numeric known)) {
      return Derived.isError(number) ? number : hole(call, number);
    }
    if ("eEfgG".indexOf(verb.letter()) >= 0) {
      return call.text(NumberVerbs.decimal(verb, known.value()));
    }
    BigDecimal value = known.value().stripTrailingZeros();
    return value.scale() > 0
        ? call.invalid("a whole number is needed")
        : call.text(NumberVerbs.whole(verb, value.toBigIntegerExact()));
  }

  private static Value general(FunctionCall call, FormatVerb verb, Value argument) {
    if (!verb.sharp() && argument instanceof Value.Text) {
      return padded(call, verb, argument);
    }
    if (!verb.sharp() && argument instanceof Value.Numeric number) {
      return padded(call, verb, call.text(NumberFormat.general(number.value(), -1, false)));
    }
    return argument instanceof Value.Unknown
        ? hole(call, argument)
        : padded(call, verb, encoded(call, argument));
  }

  private static Value text(FunctionCall call, FormatVerb verb, Value text) {
    if (text instanceof Value.Unknown) {
      return Derived.isError(text) || (verb.letter() == 's' && verb.isPlain())
          ? text
          : hole(call, text);
    }
    String string = Conversions.knownText(text);
    Value cut =
        string != null && verb.precision() > 0
            ? call.text(
                Graphemes.between(string, 0, Math.min(Graphemes.count(string), verb.precision())))
            : text;
    return padded(call, verb, verb.letter() == 'q' ? encoded(call, cut) : cut);
  }

  private static Value encoded(FunctionCall call, Value argument) {
    TextBuilder json = new TextBuilder();
    JsonWriter.write(argument, json);
    return json.build(call.origin());
  }

  /** A text that is not wholly known is padded by nobody knows how much. */
  private static Value padded(FunctionCall call, FormatVerb verb, Value text) {
    String string = Conversions.knownText(text);
    if (string == null) {
      return verb.isPlain() ? text : hole(call, text);
    }
    String pad =
        (verb.zero() ? "0" : " ")
            .repeat(verb.width() < 0 ? 0 : Math.max(0, verb.width() - Graphemes.count(string)));
    return call.text(verb.minus() ? string + pad : pad + string);
  }

  private static Value hole(FunctionCall call, Value argument) {
    return new TextBuilder()
        .add(new TextPart.Hole(Pieces.inside(call, argument)))
        .build(call.origin());
  }
}
