package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects what has to exist before a resource: what it depends on and what its arguments mention.
 * The values of a plan do not show it, since what is known mentions nothing any more.
 */
final class Precedence {
  private final List<Value> before = new ArrayList<>();
  private final Origin origin;
  private final Predicate<String> followed;
  private boolean open;

  private Precedence(Origin origin, Predicate<String> followed) {
    this.origin = origin;
    this.followed = followed;
  }

  /** As the code has it. */
  static Value inCode(Resource code) {
    Precedence found = new Precedence(Origin.at(code.header()), type -> true);
    switch (code.get("depends_on")) {
      case Value.Null none -> {}
      case Value.Sequence list -> {
        found.before.addAll(list.elements());
        found.open = list.open();
      }
      case Value other -> found.before.add(other);
    }
    code.attributes().names().forEach(name -> found.mentioned(code.get(name)));
    return found.list();
  }

  private void mentioned(Value value) {
    switch (value) {
      case Value.Unknown unknown when !unknown.references().isEmpty() -> before.add(unknown);
      case Value.Choice choice -> {
        mentioned(choice.then());
        mentioned(choice.otherwise());
      }
      case Value.Text text -> {
        for (TextPart part : text.parts()) {
          if (part instanceof TextPart.Hole hole) {
            mentioned(hole.value());
          }
        }
      }
      case Value.Sequence list -> list.elements().forEach(this::mentioned);
      case Value.Mapping map -> map.entries().values().forEach(this::mentioned);
      default -> {}
    }
  }

  /**
   * As the configuration of a plan has it; open when something is mentioned that is not followed.
   *
   * @param written null when the plan says nothing of the resource
   * @param followed tells by type which resources are known
   */
  static Value inPlan(
      Address of,
      PlanConfiguration.@Nullable Resource written,
      Origin origin,
      Predicate<String> followed) {
    Precedence found = new Precedence(origin, followed);
    if (written == null) {
      found.open = true;
    } else {
      written.dependsOn().forEach(reference -> found.dependsOn(of, reference));
      written.arguments().values().forEach(argument -> found.mentioned(of, argument));
    }
    return found.list();
  }

  private void mentioned(Address of, ConfigExpression configExpression) {
    switch (configExpression) {
      case ConfigExpression.Taken taken ->
          taken.references().forEach(reference -> mention(of, reference));
      case ConfigExpression.Blocks blocks ->
          blocks
              .blocks()
              .forEach(block -> block.values().forEach(argument -> mentioned(of, argument)));
    }
  }

  private void dependsOn(Address of, String reference) {
    if (reference.startsWith("module.") && reference.indexOf('.', "module.".length()) < 0) {
      Reference module = new Reference.Named(of.prefix() + reference);
      before.add(new Value.Unknown(Cause.PLANNED, reference, List.of(module), false, origin));
    } else {
      mention(of, reference);
    }
  }

  private void mention(Address of, String reference) {
    List<ReferencePath.Step> steps = ReferencePath.steps(reference);
    if (steps.size() < 2 || !followed.test(steps.get(0).name())) {
      open = true;
      return;
    }
    String name = steps.get(0).name() + "." + steps.get(1).name();
    Reference.ToResource target =
        new Reference.ToResource(new Address(of.prefix(), name, steps.get(1).key()), "");
    before.add(new Value.Unknown(Cause.PLANNED, target.toString(), List.of(target), true, origin));
  }

  private Value list() {
    return new Value.Sequence(Value.Sequence.Kind.LIST, List.copyOf(before), open, origin);
  }
}
