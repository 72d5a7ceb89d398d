package dev.iacguard.rules.view;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Step;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.link.LinkedType;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the name of a log group where its ARN is asked for.
 *
 * @param at the reference
 * @param arn the attribute that gives the ARN
 */
public record NameForArn(Span at, String arn) {

  /** Null for a value that is anything else than the name of a log group of the stack. */
  static @Nullable NameForArn of(Value value, Stack stack) {
    Reference.@Nullable ToResource reference = reference(value);
    if (reference == null) {
      return null;
    }
    Address address = reference.resource();
    @Nullable Resource group = stack.resource(address);
    @Nullable LinkedType type = group == null ? null : LinkedType.of(group.type());
    return type != null && type.what() == LinkKind.LOG_GROUP && type.isName(reference.attribute())
        ? new NameForArn(use(value.origin(), reference.toString()), type.arn())
        : null;
  }

  private static Reference.@Nullable ToResource reference(Value value) {
    if (value.origin().copyOf() != null) {
      return value.origin().copyOf();
    }
    return value instanceof Value.Unknown unknown
            && unknown.references().size() == 1
            && unknown.references().getFirst() instanceof Reference.ToResource reference
        ? reference
        : null;
  }

  /** Where the attribute is read: in front of the step that leads to it, or where a value ends. */
  private static Span use(Origin origin, String attribute) {
    Span use = origin.at();
    for (Step step = origin.trail(); step != null; step = step.next()) {
      if (step.label().equals(attribute)) {
        return use;
      }
      use = step.at();
    }
    return use;
  }
}
