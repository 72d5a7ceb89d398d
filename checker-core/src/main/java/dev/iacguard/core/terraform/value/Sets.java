package dev.iacguard.core.terraform.value;

import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds sets, each element once and in Terraform's order: strings by code point, numbers by size,
 * false before true, what is not known and null last.
 */
public final class Sets {
  /** What is behind so many characters of lists and objects is not sorted any more. */
  private static final long MAX_LENGTH = 16L * EvaluationBudget.MAX_TEXT;

  private Sets() {}

  /**
   * @param elements of one type
   */
  public static List<Value> ordered(List<Value> elements) {
    List<Value> known = new ArrayList<>(elements.size());
    List<Value> unknown = new ArrayList<>();
    Value.Null none = null;
    long length = 0;
    Set<String> found = new HashSet<>();
    for (Value element : elements) {
      if (element instanceof Value.Null missing) {
        none = missing;
      } else if (length > MAX_LENGTH || !Derived.isWhollyKnown(element)) {
        unknown.add(element);
      } else {
        String identity = SetOrder.identity(element);
        length += element instanceof Value.Text ? 0 : identity.length();
        if (found.add(identity)) {
          known.add(element);
        }
      }
    }
    if (!known.isEmpty()) {
      known.sort(SetOrder.of(known.get(0)));
    }
    known.addAll(unknown);
    if (none != null) {
      known.add(none);
    }
    return List.copyOf(known);
  }
}
