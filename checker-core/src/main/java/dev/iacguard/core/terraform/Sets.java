package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of a set, each once and in Terraform's order: texts by code unit, numbers by size.
 */
final class Sets {
  private static final Comparator<Value> ORDER =
      (left, right) -> {
        if (left instanceof Value.Numeric a && right instanceof Value.Numeric b) {
          return a.value().compareTo(b.value());
        }
        String a = Conversions.knownText(left);
        String b = Conversions.knownText(right);
        return a != null && b != null ? a.compareTo(b) : 0;
      };

  private Sets() {}

  static List<Value> ordered(List<Value> elements) {
    List<Value> unique = new ArrayList<>(elements.size());
    Set<String> texts = new HashSet<>();
    for (Value element : elements) {
      String text = element instanceof Value.Text known ? known.known() : null;
      boolean isNew = text != null ? texts.add(text) : isNewIn(unique, element);
      if (isNew) {
        unique.add(element);
      }
    }
    if (unique.stream().allMatch(element -> Conversions.knownText(element) != null)) {
      unique.sort(ORDER);
    }
    return List.copyOf(unique);
  }

  private static boolean isNewIn(List<Value> elements, Value element) {
    // A number is compared by its text first, which keeps long sets of numbers linear enough.
    String text = element instanceof Value.Numeric number ? Numbers.text(number.value()) : null;
    for (Value other : elements) {
      boolean same;
      if (text != null && other instanceof Value.Numeric number) {
        same = text.equals(Numbers.text(number.value()));
      } else {
        same = Boolean.TRUE.equals(Equality.same(other, element));
      }
      if (same) {
        return false;
      }
    }
    return true;
  }
}
