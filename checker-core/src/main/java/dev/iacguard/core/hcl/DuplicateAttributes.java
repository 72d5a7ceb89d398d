package dev.iacguard.core.hcl;

import dev.iacguard.core.hcl.BodyItem.Attribute;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports names that are set twice in one body. */
final class DuplicateAttributes {
  /** Up to so many items, comparing names in turn is faster than a set of them. */
  private static final int FEW = 16;

  private DuplicateAttributes() {}

  static void report(Cursor in, List<BodyItem> items) {
    if (items.size() > FEW) {
      reportFromSet(in, items);
      return;
    }
    for (int at = 1; at < items.size(); at++) {
      if (items.get(at) instanceof Attribute attribute
          && isSetBefore(items, at, attribute.name())) {
        error(in, attribute);
      }
    }
  }

  private static boolean isSetBefore(List<BodyItem> items, int limit, String name) {
    for (int at = 0; at < limit; at++) {
      if (items.get(at) instanceof Attribute earlier && earlier.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static void reportFromSet(Cursor in, List<BodyItem> items) {
    Set<String> names = new HashSet<>();
    for (BodyItem item : items) {
      if (item instanceof Attribute attribute && !names.add(attribute.name())) {
        error(in, attribute);
      }
    }
  }

  private static void error(Cursor in, Attribute attribute) {
    in.error(
        attribute.start(),
        attribute.start() + attribute.name().length(),
        "expected every attribute once, found \"" + attribute.name() + "\" again");
  }
}
