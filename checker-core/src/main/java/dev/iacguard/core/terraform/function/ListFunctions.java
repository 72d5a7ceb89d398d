package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import dev.iacguard.core.terraform.value.Types;
import dev.iacguard.core.terraform.value.Unification;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Functions that build or split lists. */
final class ListFunctions {
  private static final Set<String> SINGLE = Set.of("", "id", "arn");

  private ListFunctions() {}

  static Value length(FunctionCall call) {
    return switch (call.argument(0)) {
      case Value.Sequence list when hasKnownLength(list) -> call.number(list.elements().size());
      case Value.Mapping map when !map.open() -> call.number(map.entries().size());
      case Value.Text text when text.known() != null -> call.number(Graphemes.count(text.known()));
      case Value.Numeric number -> call.invalid("a list, map or string is needed");
      case Value.Bool bool -> call.invalid("a list, map or string is needed");
      default -> call.unknown();
    };
  }

  /** Two elements of a set may turn out to be one. */
  private static boolean hasKnownLength(Value.Sequence list) {
    return !list.open()
        && (list.kind() != Value.Sequence.Kind.SET
            || list.elements().size() <= 1
            || Derived.isWhollyKnown(list));
  }

  static Value concat(FunctionCall call) {
    if (call.count() == 0) {
      return call.invalid("a list is needed");
    }
    List<Value> elements = new ArrayList<>();
    boolean open = false;
    boolean lists = true;
    for (Value argument : call.arguments()) {
      if (argument instanceof Value.Unknown) {
        open = true;
      } else if (argument instanceof Value.Sequence list
          && list.kind() != Value.Sequence.Kind.SET) {
        elements.addAll(list.elements());
        open |= list.open();
        lists &= list.kind() == Value.Sequence.Kind.LIST;
      } else {
        return call.invalid("arguments must be lists");
      }
      if (elements.size() > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
    TypeConstraint common = lists ? Unification.unify(Types.each(elements)) : null;
    return common == null
        ? call.sequence(Value.Sequence.Kind.TUPLE, elements, open)
        : call.sequence(
            Value.Sequence.Kind.LIST,
            elements.stream().map(one -> TypeConversion.plain(one, common)).toList(),
            open);
  }

  /** Counts round and round. */
  static Value element(FunctionCall call) {
    BigInteger index = Numbers.whole(call.argument(1));
    if (!(call.argument(0) instanceof Value.Sequence list)
        || list.kind() == Value.Sequence.Kind.SET
        || index == null) {
      return call.invalid("a list and a whole number are needed");
    }
    if (list.open()) {
      return call.unknown();
    }
    int size = list.elements().size();
    return size == 0 || index.signum() < 0
        ? call.invalid("there is no such element")
        : list.elements().get(index.mod(BigInteger.valueOf(size)).intValue());
  }

  /** An element that is chosen between makes a choice of the whole. */
  static Value flatten(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.invalid("a list is needed");
    }
    return ChoiceLifting.map(
        list.elements(),
        elements -> {
          List<Value> flat = new ArrayList<>();
          boolean open = flattenInto(elements, flat) || list.open();
          return flat.size() > EvaluationBudget.MAX_ELEMENTS
              ? call.tooManyElements()
              : call.sequence(Value.Sequence.Kind.TUPLE, flat, open);
        });
  }

  /** True when there may be more elements: what is not known may be a list. */
  private static boolean flattenInto(List<Value> elements, List<Value> flat) {
    boolean open = false;
    for (Value element : elements) {
      if (element instanceof Value.Sequence inner) {
        boolean more = flattenInto(inner.elements(), flat);
        open = open || more || inner.open();
      } else {
        open |= element instanceof Value.Unknown unknown && !isSingle(unknown);
        flat.add(element);
      }
      if (flat.size() > EvaluationBudget.MAX_ELEMENTS) {
        return open;
      }
    }
    return open;
  }

  /** A resource, its id and its ARN are never lists. */
  private static boolean isSingle(Value.Unknown unknown) {
    return NeverEmpty.isName(unknown)
        || (unknown.references().size() == 1
            && unknown.references().get(0) instanceof Reference.ToResource resource
            && SINGLE.contains(resource.attribute()));
  }

  static Value one(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.invalid("a list is needed");
    }
    if (!hasKnownLength(list)) {
      return call.unknown();
    }
    return switch (list.elements().size()) {
      case 0 -> new Value.Null(call.origin());
      case 1 -> list.elements().get(0);
      default -> call.invalid("more than one element");
    };
  }

  static Value reverse(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.invalid("a list is needed");
    }
    List<Value> turned = new ArrayList<>(list.elements());
    Collections.reverse(turned);
    boolean tuple = list.kind() == Value.Sequence.Kind.TUPLE;
    return call.sequence(
        tuple ? Value.Sequence.Kind.TUPLE : Value.Sequence.Kind.LIST, turned, list.open());
  }

  static Value slice(FunctionCall call) {
    Integer from = call.whole(1);
    Integer to = call.whole(2);
    if (!(call.argument(0) instanceof Value.Sequence list)
        || list.kind() == Value.Sequence.Kind.SET
        || from == null
        || to == null) {
      return call.invalid("a list and whole numbers are needed");
    }
    if (list.open()) {
      return call.unknown();
    }
    int size = list.elements().size();
    return from < 0 || to > size || from > to
        ? call.invalid("there are " + size + " elements")
        : call.sequence(list.kind(), list.elements().subList(from, to), false);
  }

  static Value chunks(FunctionCall call) {
    Integer size = call.whole(1);
    if (!(call.argument(0) instanceof Value.Sequence list) || size == null || size < 0) {
      return call.invalid("a list and a size are needed");
    }
    if (list.open()) {
      return call.unknown();
    }
    List<Value> elements = list.elements();
    int step = size == 0 ? Math.max(1, elements.size()) : size;
    List<Value> chunks = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += Math.min(step, elements.size() - from)) {
      List<Value> chunk = elements.subList(from, from + Math.min(step, elements.size() - from));
      chunks.add(call.sequence(Value.Sequence.Kind.LIST, chunk, false));
    }
    return call.sequence(Value.Sequence.Kind.LIST, chunks, false);
  }
}
