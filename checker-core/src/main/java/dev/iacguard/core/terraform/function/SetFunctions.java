package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.EvaluationBudget;
import dev.iacguard.core.terraform.value.SetOrder;
import dev.iacguard.core.terraform.value.Sets;
import dev.iacguard.core.terraform.value.TypeConstraint;
import dev.iacguard.core.terraform.value.TypeConversion;
import dev.iacguard.core.terraform.value.Types;
import dev.iacguard.core.terraform.value.Unification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Functions on sets. */
final class SetFunctions {
  private SetFunctions() {}

  /** Union, intersection and difference, in the type that all sets have in common. */
  static Value combine(FunctionCall call) {
    TypeConstraint common = Unification.unify(Types.each(call.arguments()));
    if (common == null) {
      return call.invalid("sets of one type are needed");
    }
    List<Value.Sequence> sets = new ArrayList<>();
    boolean known = true;
    for (Value argument : call.arguments()) {
      if (TypeConversion.plain(argument, common) instanceof Value.Sequence set) {
        sets.add(set);
        known &= Derived.isWhollyKnown(set);
      }
    }
    if (call.name().equals("setunion")) {
      return union(call, sets);
    }
    if (!known) {
      return call.unknown();
    }
    boolean subtract = call.name().equals("setsubtract");
    List<Value> kept = new ArrayList<>(sets.get(0).elements());
    for (Value.Sequence set : sets.subList(1, sets.size())) {
      Set<String> others = new HashSet<>();
      set.elements().forEach(element -> others.add(SetOrder.identity(element)));
      kept.removeIf(element -> others.contains(SetOrder.identity(element)) == subtract);
    }
    return call.sequence(Value.Sequence.Kind.SET, kept, false);
  }

  private static Value union(FunctionCall call, List<Value.Sequence> sets) {
    List<Value> all = new ArrayList<>();
    boolean open = false;
    for (Value.Sequence set : sets) {
      all.addAll(set.elements());
      open |= set.open();
      if (all.size() > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
    return call.sequence(Value.Sequence.Kind.SET, Sets.ordered(all), open);
  }

  static Value product(FunctionCall call) {
    if (call.count() < 2) {
      return call.invalid("at least two sets are needed");
    }
    List<List<Value>> factors = new ArrayList<>();
    boolean lists = true;
    boolean known = true;
    long total = 1;
    for (Value argument : call.arguments()) {
      if (!(argument instanceof Value.Sequence factor)) {
        if (argument instanceof Value.Unknown) {
          known = false;
          continue;
        }
        return call.invalid("sets or lists are needed");
      }
      TypeConstraint element = Unification.unify(Types.each(factor.elements()));
      if (element == null) {
        return call.invalid("elements of one type are needed");
      }
      known &= !factor.open();
      lists &= factor.kind() != Value.Sequence.Kind.SET;
      factors.add(
          factor.elements().stream().map(one -> TypeConversion.plain(one, element)).toList());
      total *= factor.elements().size();
      if (total * call.count() > EvaluationBudget.MAX_ELEMENTS) {
        return call.tooManyElements();
      }
    }
    if (!known) {
      return call.unknown();
    }
    List<Value> product = new ArrayList<>((int) total);
    for (int i = 0; i < total; i++) {
      product.add(call.sequence(Value.Sequence.Kind.TUPLE, combination(factors, i), false));
    }
    return lists
        ? call.sequence(Value.Sequence.Kind.LIST, product, false)
        : call.sequence(Value.Sequence.Kind.SET, Sets.ordered(product), false);
  }

  /** The last factor changes fastest. */
  private static List<Value> combination(List<List<Value>> factors, int number) {
    Value[] picked = new Value[factors.size()];
    int rest = number;
    for (int i = picked.length - 1; i >= 0; i--) {
      List<Value> factor = factors.get(i);
      picked[i] = factor.get(rest % factor.size());
      rest /= factor.size();
    }
    return List.of(picked);
  }
}
