package dev.iacguard.core.terraform;

import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code format} and {@code formatlist}: {@code %s}, {@code %d}, {@code %v}, {@code %q}, {@code %%}
 * and widths of numbers.
 */
final class Formatting {
  private Formatting() {}

  static Value format(FunctionCall call) {
    String format = Conversions.knownText(call.argument(0));
    return format == null
        ? call.unknown()
        : format(call, format, call.arguments().subList(1, call.count()));
  }

  static Value formatList(FunctionCall call) {
    String format = Conversions.knownText(call.argument(0));
    List<Value> arguments = call.arguments().subList(1, call.count());
    int length = -1;
    for (Value argument : arguments) {
      if (argument instanceof Value.Sequence list) {
        if (list.open() || (length >= 0 && length != list.elements().size())) {
          return list.open() ? call.unknown() : call.invalid("lists of one length are needed");
        }
        length = list.elements().size();
      }
    }
    if (format == null) {
      return call.unknown();
    }
    List<Value> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(length, length < 0 ? 1 : 0); i++) {
      List<Value> row = new ArrayList<>();
      for (Value argument : arguments) {
        row.add(argument instanceof Value.Sequence list ? list.elements().get(i) : argument);
      }
      lines.add(format(call, format, row));
    }
    return call.sequence(Value.Sequence.Kind.LIST, lines, false);
  }

  private static Value format(FunctionCall call, String format, List<Value> arguments) {
    TextBuilder text = new TextBuilder();
    int used = 0;
    int from = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      text.add(format.substring(from, at));
      int verb = at + 1;
      while (verb < format.length() && "+-# 0123456789.".indexOf(format.charAt(verb)) >= 0) {
        verb++;
      }
      if (verb >= format.length()) {
        return call.invalid("a verb is missing");
      }
      char kind = format.charAt(verb);
      from = verb + 1;
      if (kind == '%') {
        text.add("%");
        continue;
      }
      if (used >= arguments.size()) {
        return call.invalid("there are not enough arguments");
      }
      Value formatted = verb(call, format.substring(at + 1, verb), kind, arguments.get(used++));
      if (Derived.isError(formatted)) {
        return formatted;
      }
      text.add(formatted);
    }
    text.add(format.substring(from));
    return used < arguments.size()
        ? call.invalid("there are too many arguments")
        : text.build(call.origin());
  }

  private static Value verb(FunctionCall call, String flags, char kind, Value argument) {
    if (argument instanceof Value.Unknown || argument instanceof Value.Choice) {
      return argument;
    }
    return switch (kind) {
      case 's' -> Conversions.toText(argument);
      case 'v' -> general(call, argument);
      case 'q' -> quoted(call, argument);
      case 'd' -> whole(call, flags, argument);
      default -> call.unknown();
    };
  }

  private static Value general(FunctionCall call, Value argument) {
    boolean plain =
        argument instanceof Value.Text
            || argument instanceof Value.Numeric
            || argument instanceof Value.Bool;
    return plain ? Conversions.toText(argument) : encoded(call, argument);
  }

  private static Value encoded(FunctionCall call, Value argument) {
    TextBuilder json = new TextBuilder();
    JsonEncoding.write(argument, json);
    return json.build(call.origin());
  }

  private static Value quoted(FunctionCall call, Value argument) {
    String text = Conversions.knownText(argument);
    return text == null ? call.unknown() : encoded(call, call.text(text));
  }

  private static Value whole(FunctionCall call, String flags, Value argument) {
    BigDecimal number = Conversions.knownNumber(argument);
    if (number == null) {
      return call.invalid("%d needs a number");
    }
    String digits = number.setScale(0, RoundingMode.DOWN).toPlainString();
    boolean zeros = flags.startsWith("0");
    String width = zeros ? flags.substring(1) : flags;
    if (width.isEmpty()) {
      return call.text(digits);
    }
    if (!width.chars().allMatch(c -> c >= '0' && c <= '9') || width.length() > 3) {
      return call.unknown();
    }
    int missing = Integer.parseInt(width) - digits.length();
    return call.text((zeros ? "0" : " ").repeat(Math.max(0, missing)) + digits);
  }
}
