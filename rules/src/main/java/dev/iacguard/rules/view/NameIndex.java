package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declared resources of one kind by their names. */
final class NameIndex {
  private final Map<String, List<Link.Declared>> known = new HashMap<>();
  private final List<Link.Declared> others = new ArrayList<>();

  NameIndex(Stack stack, LinkKind what) {
    for (LinkedType type : LinkedType.ALL) {
      if (type.what() == what && !type.lookup()) {
        List<Resource> all = new ArrayList<>(stack.resources(type.type()));
        all.addAll(stack.switchedOff(type.type()));
        all.forEach(resource -> add(new Link.Declared(resource, type)));
      }
    }
  }

  private void add(Link.Declared candidate) {
    String name = Properties.known(candidate.resource().get(candidate.type().name()));
    if (name == null) {
      others.add(candidate);
    } else {
      known.computeIfAbsent(name, key -> new ArrayList<>()).add(candidate);
    }
  }

  /** Those of that very name; where several share it, those that exist in this scenario. */
  List<Link.Declared> find(Scenario scenario, Value.Text name) {
    List<Link.Declared> found = new ArrayList<>();
    String text = name.known();
    if (text != null) {
      found.addAll(known.getOrDefault(text, List.of()));
    }
    for (Link.Declared candidate : others) {
      Value own = scenario.resolve(candidate.resource().get(candidate.type().name()));
      Value.Text other = asText(own);
      if (other != null && same(name, other)) {
        found.add(candidate);
      }
    }
    if (found.size() > 1) {
      found.removeIf(candidate -> !scenario.holds(candidate.resource().exists()));
    }
    return found;
  }

  /** A name as a text, an unknown one as a text that is all hole; null when it is no text. */
  static Value.@Nullable Text asText(Value name) {
    return switch (name) {
      case Value.Text text -> text;
      case Value.Unknown unknown -> new TextBuilder().add(unknown).build(unknown.origin());
      default -> null;
    };
  }

  private static boolean same(Value.Text one, Value.Text other) {
    if (one.parts().size() != other.parts().size()) {
      return false;
    }
    for (int i = 0; i < one.parts().size(); i++) {
      if (!same(one.parts().get(i), other.parts().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Holes are the same when they are one named unknown; what was made from it may differ. */
  private static boolean same(TextPart one, TextPart other) {
    return switch (one) {
      case TextPart.Literal literal -> literal.equals(other);
      case TextPart.Hole hole ->
          other instanceof TextPart.Hole second
              && hole.value() instanceof Value.Unknown first
              && second.value() instanceof Value.Unknown also
              && first.cause() != Cause.NOT_EVALUATED
              && !first.references().isEmpty()
              && first.cause() == also.cause()
              && first.what().equals(also.what())
              && first.references().equals(also.references());
    };
  }
}
