package dev.iacguard.rules.view.value;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the attributes of resources that a value is an unchanged copy of. */
public final class CopiedAttributes {
  /** Longer chains of attributes that are copied from each other are cut off. */
  private static final int MOST = 8;

  private CopiedAttributes() {}

  /**
   * The attributes that a resolved value is a copy of, the nearest first: the name of a policy that
   * is given the name of a role is a copy of both.
   */
  public static List<Reference.ToResource> of(Scenario scenario, Stack stack, Value value) {
    List<Reference.ToResource> attributes = new ArrayList<>(2);
    Value at = value;
    while (attributes.size() < MOST) {
      Reference.ToResource nearest = nearest(at);
      Resource resource = nearest == null ? null : stack.resource(nearest.resource());
      if (nearest == null || resource == null) {
        break;
      }
      Value original = scenario.resolve(resource.get(nearest.attribute()));
      if (!isSame(at, original)) {
        break;
      }
      attributes.add(nearest);
      at = original;
    }
    Reference.ToResource computed = Properties.reference(at);
    if (computed != null) {
      attributes.add(computed);
    }
    return attributes;
  }

  /** False for what has the origin of the original, but was cut out of it. */
  private static boolean isSame(Value copy, Value original) {
    Value.Text copyText = TextComparison.asText(copy);
    Value.Text originalText = TextComparison.asText(original);
    if (copyText == null
        || originalText == null
        || copyText.parts().size() != originalText.parts().size()) {
      return false;
    }
    for (int i = 0; i < copyText.parts().size(); i++) {
      if (!isSame(copyText.parts().get(i), originalText.parts().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(TextPart copy, TextPart original) {
    return copy.equals(original)
        || (copy instanceof TextPart.Hole hole
            && original instanceof TextPart.Hole other
            && hole.value() instanceof Value.Unknown one
            && other.value() instanceof Value.Unknown also
            && one.cause() == also.cause()
            && one.what().equals(also.what())
            && one.references().equals(also.references()));
  }

  /** The attribute that a value was read from, or null. */
  static Reference.@Nullable ToResource nearest(Value value) {
    Reference.ToResource own = value.origin().copyOf();
    return own == null
            && value instanceof Value.Text text
            && text.parts().size() == 1
            && text.parts().get(0) instanceof TextPart.Hole hole
        ? hole.value().origin().copyOf()
        : own;
  }
}
