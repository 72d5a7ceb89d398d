package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.Equality;
import dev.iacguard.core.terraform.value.SetOrder;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import dev.iacguard.core.terraform.value.Types;
import dev.iacguard.core.terraform.value.Unification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Functions that find, compare, sort or filter the elements of lists. */
final class SearchFunctions {
  private SearchFunctions() {}

  static Value contains(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.argument(0) instanceof Value.Unknown
          ? call.unknown()
          : call.invalid("a list is needed");
    }
    boolean uncertainty = list.open();
    for (Value element : list.elements()) {
      Boolean same = Equality.same(element, call.argument(1));
      if (Boolean.TRUE.equals(same)) {
        return call.bool(true);
      }
      uncertainty |= same == null;
    }
    return uncertainty ? call.unknown() : call.bool(false);
  }

  static Value index(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)
        || list.kind() == Value.Sequence.Kind.SET) {
      return call.invalid("a list is needed");
    }
    if (list.open()) {
      return call.unknown();
    }
    int at = 0;
    for (Value element : list.elements()) {
      Boolean same = Equality.same(element, call.argument(1));
      if (same == null) {
        return call.unknown();
      }
      if (same) {
        return call.number(at);
      }
      at++;
    }
    return call.invalid("it is not in the list");
  }

  static Value allOrAny(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    boolean any = call.name().equals("anytrue");
    boolean uncertainty = list.open();
    for (Value element : list.elements()) {
      // Null counts as false.
      Boolean known =
          element instanceof Value.Null ? Boolean.FALSE : Conversions.knownBool(element);
      if (known != null && known == any) {
        return call.bool(any);
      }
      uncertainty |= known == null;
    }
    return uncertainty ? call.unknown() : call.bool(!any);
  }

  /** Without null and empty texts; what is unknown may turn out to be either. */
  static Value compact(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    return ChoiceLifting.map(
        list.elements(),
        elements -> {
          List<Value> kept = new ArrayList<>();
          boolean open = list.open();
          for (Value element : elements) {
            boolean empty = element instanceof Value.Text text && text.parts().isEmpty();
            if (!empty && !(element instanceof Value.Null)) {
              kept.add(element);
              open |= !NeverEmpty.is(element);
            }
          }
          return call.sequence(Value.Sequence.Kind.LIST, kept, open);
        });
  }

  /** Two elements that are not known may turn out to be one. */
  static Value distinct(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    List<Value> kept = new ArrayList<>();
    Set<String> found = new HashSet<>();
    boolean uncertainty = list.open();
    for (Value element : list.elements()) {
      boolean known = Derived.isWhollyKnown(element);
      uncertainty |= !known && list.elements().size() > 1;
      if (!known
          || found.add(element instanceof Value.Null ? "" : "=" + SetOrder.identity(element))) {
        kept.add(element);
      }
    }
    return call.sequence(Value.Sequence.Kind.LIST, kept, uncertainty);
  }

  static Value sort(FunctionCall call) {
    if (!(call.argument(0) instanceof Value.Sequence list)) {
      return call.unknown();
    }
    if (list.elements().stream().anyMatch(Value.Null.class::isInstance)) {
      return call.invalid("null cannot be sorted");
    }
    if (!Derived.isWhollyKnown(list)) {
      // Where each one comes to stand is not known.
      List<Value> places = new ArrayList<>(list.elements().size());
      for (int i = 0; i < list.elements().size(); i++) {
        places.add(Derived.unknown(call.written() + "[" + i + "]", call.origin(), List.of(list)));
      }
      return call.sequence(Value.Sequence.Kind.LIST, places, list.open());
    }
    List<Value> sorted = new ArrayList<>(list.elements());
    if (!sorted.isEmpty()) {
      sorted.sort(SetOrder.of(sorted.get(0)));
    }
    return call.sequence(Value.Sequence.Kind.LIST, sorted, false);
  }

  static Value matchKeys(FunctionCall call) {
    TypeConstraint common =
        Unification.unify(List.of(Types.of(call.argument(1)), Types.of(call.argument(2))));
    if (common == null) {
      return call.invalid("keys and the searched ones must be of one type");
    }
    if (!(call.argument(0) instanceof Value.Sequence values)
        || !(TypeConversion.plain(call.argument(1), common) instanceof Value.Sequence keys)
        || !(TypeConversion.plain(call.argument(2), common) instanceof Value.Sequence wanted)) {
      return call.unknown();
    }
    if (values.open() || keys.open() || !Derived.isWhollyKnown(wanted)) {
      return call.unknown();
    }
    if (values.elements().size() != keys.elements().size()) {
      return call.invalid("as many keys as values are needed");
    }
    if (!Derived.isWhollyKnown(keys)) {
      return call.unknown();
    }
    List<Value> matching = new ArrayList<>();
    for (int i = 0; i < keys.elements().size(); i++) {
      Value key = keys.elements().get(i);
      if (wanted.elements().stream()
          .anyMatch(one -> Boolean.TRUE.equals(Equality.same(one, key)))) {
        matching.add(values.elements().get(i));
      }
    }
    return call.sequence(Value.Sequence.Kind.LIST, matching, false);
  }
}
