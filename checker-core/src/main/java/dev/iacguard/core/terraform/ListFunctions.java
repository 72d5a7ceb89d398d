package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions on lists, tuples and sets. */
final class ListFunctions {
  /** Terraform's own bound for {@code range}. */
  private static final int MAX_RANGE = 1_024;

  private ListFunctions() {}

  static Value length(FunctionCall call) {
    return switch (call.argument(0)) {
      case Value.Sequence list when !list.open() -> call.number(list.elements().size());
      case Value.Mapping map when !map.open() -> call.number(map.entries().size());
      case Value.Text text when text.known() != null -> call.number(Graphemes.count(text.known()));
      case Value.Sequence list -> call.unknown();
      case Value.Mapping map -> call.unknown();
      case Value.Text text -> call.unknown();
      case Value.Unknown unknown -> call.unknown();
      default -> call.invalid("a list, map or text is needed");
    };
  }

  static Value concat(FunctionCall call) {
    List<Value> elements = new ArrayList<>();
    boolean open = false;
    boolean lists = true;
    for (Value argument : call.arguments()) {
      switch (argument) {
        case Value.Sequence list -> {
          elements.addAll(list.elements());
          open |= list.open();
          lists &= list.kind() != Value.Sequence.Kind.TUPLE;
        }
        case Value.Unknown unknown -> open = true;
        default -> {
          return call.invalid("arguments must be lists");
        }
      }
      if (elements.size() > Budget.MAX_ELEMENTS) {
        return call.scope()
            .module()
            .limit(call.origin().at(), "a list of more than " + Budget.MAX_ELEMENTS + " elements");
      }
    }
    return call.sequence(
        lists ? Value.Sequence.Kind.LIST : Value.Sequence.Kind.TUPLE, elements, open);
  }

  static Value contains(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    boolean doubt = list.open();
    for (Value element : list.elements()) {
      Boolean same = Equality.same(element, call.argument(1));
      if (Boolean.TRUE.equals(same)) {
        return call.bool(true);
      }
      doubt |= same == null;
    }
    return doubt ? call.unknown() : call.bool(false);
  }

  /** Counts round and round. */
  static Value element(FunctionCall call) {
    BigInteger index = Numbers.whole(call.argument(1));
    if (!(call.argument(0) instanceof Value.Sequence list) || index == null || list.open()) {
      return call.unknown();
    }
    int size = list.elements().size();
    return size == 0 || index.signum() < 0
        ? call.invalid("there is no such element")
        : list.elements().get(index.mod(BigInteger.valueOf(size)).intValue());
  }

  static Value flatten(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    List<Value> flat = new ArrayList<>();
    boolean open = flattenInto(list, flat);
    return call.sequence(Value.Sequence.Kind.TUPLE, flat, open);
  }

  private static boolean flattenInto(Value.Sequence list, List<Value> flat) {
    boolean open = list.open();
    for (Value element : list.elements()) {
      if (element instanceof Value.Sequence inner) {
        open |= flattenInto(inner, flat);
      } else {
        flat.add(element);
      }
    }
    return open;
  }

  /** Without null and empty texts; what is unknown may turn out to be either. */
  static Value compact(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    List<Value> kept = new ArrayList<>();
    for (Value element : list.elements()) {
      boolean empty = element instanceof Value.Text text && text.parts().isEmpty();
      if (!empty && !(element instanceof Value.Null)) {
        kept.add(element);
      }
    }
    return call.sequence(Value.Sequence.Kind.LIST, kept, list.open());
  }

  static Value distinct(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    List<Value> kept = new ArrayList<>();
    for (Value element : list.elements()) {
      if (kept.stream().noneMatch(other -> Boolean.TRUE.equals(Equality.same(other, element)))) {
        kept.add(element);
      }
    }
    return call.sequence(Value.Sequence.Kind.LIST, kept, list.open());
  }

  static Value one(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list) || list.open()) {
      return call.argument(0) instanceof Value.Null ? call.invalid("null") : call.unknown();
    }
    return switch (list.elements().size()) {
      case 0 -> new Value.Null(call.origin());
      case 1 -> list.elements().get(0);
      default -> call.invalid("more than one element");
    };
  }

  static Value reverse(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list) || list.open()) {
      return call.unknown();
    }
    List<Value> turned = new ArrayList<>(list.elements());
    Collections.reverse(turned);
    return call.sequence(list.kind(), turned, false);
  }

  static Value sort(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list) || !Derived.isWhollyKnown(list)) {
      return call.unknown();
    }
    List<String> texts = new ArrayList<>();
    for (Value element : list.elements()) {
      String text = Conversions.knownText(element);
      if (text == null) {
        return call.invalid("a list of texts is needed");
      }
      texts.add(text);
    }
    Collections.sort(texts);
    return call.sequence(
        Value.Sequence.Kind.LIST,
        texts.stream().map(text -> (Value) call.text(text)).toList(),
        false);
  }

  static Value slice(FunctionCall call) {
    BigInteger from = Numbers.whole(call.argument(1));
    BigInteger to = Numbers.whole(call.argument(2));
    if (!(call.argument(0) instanceof Value.Sequence list)
        || list.open()
        || from == null
        || to == null) {
      return call.unknown();
    }
    int size = list.elements().size();
    boolean wrong =
        from.signum() < 0 || to.compareTo(BigInteger.valueOf(size)) > 0 || from.compareTo(to) > 0;
    return wrong
        ? call.invalid("there are " + size + " elements")
        : call.sequence(
            list.kind(), list.elements().subList(from.intValue(), to.intValue()), false);
  }

  static Value range(FunctionCall call) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Value argument : call.arguments()) {
      BigDecimal number = Conversions.knownNumber(argument);
      if (number == null) {
        return call.unknown();
      }
      numbers.add(number);
    }
    BigDecimal start = numbers.size() > 1 ? numbers.get(0) : BigDecimal.ZERO;
    BigDecimal limit = numbers.get(numbers.size() > 1 ? 1 : 0);
    BigDecimal up = limit.compareTo(start) < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    BigDecimal step = numbers.size() > 2 ? numbers.get(2) : up;
    boolean away = step.signum() != up.signum() && limit.compareTo(start) != 0;
    if (step.signum() == 0 || away) {
      return call.invalid("the step leads away from the limit");
    }
    List<Value> made = new ArrayList<>();
    for (BigDecimal at = start; limit.compareTo(at) == step.signum(); at = at.add(step)) {
      if (made.size() >= MAX_RANGE) {
        return call.invalid("more than " + MAX_RANGE + " numbers");
      }
      made.add(call.number(at));
    }
    return call.sequence(Value.Sequence.Kind.LIST, made, false);
  }
}
