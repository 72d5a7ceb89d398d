package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows what an expression mentions through variables, outputs and repetitions to the resources
 * whose values are known only after apply: one of them is what makes the expression unknown. What
 * is known in the plan is not among them.
 */
final class UnknownSources {
  /** More of them are not distinguished. */
  private static final int MOST = 16;

  private static final int MOST_LEGS = 100;

  private final PlanStack stack;
  private final References references;
  private final String argument;
  private final Set<Reference.ToResource> found = new LinkedHashSet<>();
  private boolean opaque;
  private int legs;

  /**
   * @param argument the name of what the expression is given to
   */
  UnknownSources(PlanStack stack, References references, String argument) {
    this.stack = stack;
    this.references = references;
    this.argument = argument;
  }

  /**
   * Who mentions something.
   *
   * @param key of the instance, for {@code each} and {@code count}
   * @param repetition what its {@code for_each} mentions; null without one
   */
  private record Place(ModulePath module, String key, @Nullable List<String> repetition) {}

  /** All of them, or none when the plan does not tell them all. */
  Set<Reference.ToResource> of(Address user, List<String> mentioned) {
    PlanConfiguration.Resource block = references.configurationOf(user);
    Place place =
        new Place(
            ModulePath.of(user.prefix()), user.key(), block == null ? null : block.repetition());
    followAll(place, mentioned, List.of());
    return opaque || found.size() > MOST ? Set.of() : found;
  }

  /**
   * @param rest what is taken of the value that the references make up
   */
  private void followAll(Place place, List<String> mentioned, List<ReferencePath.Step> rest) {
    boolean keyed = mentioned.stream().anyMatch(UnknownSources::isKey);
    for (String reference : mentioned) {
      if (++legs > MOST_LEGS) {
        opaque = true;
      }
      if (!opaque) {
        follow(place, ReferencePath.steps(reference), rest, keyed);
      }
    }
  }

  private static boolean isKey(String reference) {
    return reference.startsWith("each.") || reference.startsWith("count.");
  }

  private void follow(
      Place place, List<ReferencePath.Step> steps, List<ReferencePath.Step> rest, boolean keyed) {
    String first = steps.get(0).name();
    switch (first) {
      case "path", "terraform", "count" -> {}
      case "each" -> {
        if (steps.size() > 1 && steps.get(1).name().equals("value")) {
          each(place, and(steps.subList(2, steps.size()), rest));
        }
      }
      case "var" -> variable(place, steps, rest);
      case "module" -> output(place, steps, rest, keyed);
      case "data" -> {
        if (steps.size() > 2) {
          resource(place, "data." + steps.get(1), steps.subList(2, steps.size()), rest, keyed);
        }
      }
      default -> {
        if (steps.size() > 1) {
          resource(place, first, steps.subList(1, steps.size()), rest, keyed);
        } else {
          opaque = true;
        }
      }
    }
  }

  /** The element of what is repeated over: an instance of the resource with the same key. */
  private void each(Place place, List<ReferencePath.Step> rest) {
    if (place.repetition() == null) {
      opaque = true;
    } else {
      for (String reference : place.repetition()) {
        follow(
            new Place(place.module(), place.key(), null),
            ReferencePath.steps(reference),
            rest,
            true);
      }
    }
  }

  private void variable(
      Place place, List<ReferencePath.Step> steps, List<ReferencePath.Step> rest) {
    if (place.module().isRoot() || steps.size() < 2) {
      // What the root module's variables are given is known.
      return;
    }
    ModulePath caller = place.module().caller();
    PlanConfiguration outside = references.module(caller);
    PlanConfiguration.Call call =
        outside == null ? null : outside.call(place.module().call().name());
    if (call == null) {
      opaque = true;
    } else if (call.arguments().get(steps.get(1).name())
        instanceof ConfigExpression.Taken expression) {
      followAll(
          new Place(caller, place.module().call().key(), call.repetition()),
          expression.references(),
          and(steps.subList(2, steps.size()), rest));
    }
  }

  private void output(
      Place place, List<ReferencePath.Step> steps, List<ReferencePath.Step> rest, boolean keyed) {
    PlanConfiguration here = references.module(place.module());
    PlanConfiguration.Call call =
        here == null || steps.size() < 3 ? null : here.call(steps.get(1).name());
    List<String> output = call == null ? null : call.module().output(steps.get(2).name());
    if (call == null || output == null) {
      opaque = true;
      return;
    }
    String key = steps.get(1).key();
    if (key.isEmpty() && call.repetition() != null) {
      if (!keyed) {
        opaque = true;
        return;
      }
      key = place.key();
    }
    ModulePath inside = place.module().into(new ReferencePath.Step(steps.get(1).name(), key));
    followAll(new Place(inside, "", null), output, and(steps.subList(3, steps.size()), rest));
  }

  /**
   * @param steps the name and what is taken of it
   */
  private void resource(
      Place place,
      String type,
      List<ReferencePath.Step> steps,
      List<ReferencePath.Step> rest,
      boolean keyed) {
    if (type.equals("local") || !references.isFollowed(type.replaceFirst("^data\\.", ""))) {
      opaque |= !type.startsWith("data.");
      return;
    }
    List<ReferencePath.Step> path = and(steps.subList(1, steps.size()), rest);
    Address address =
        new Address(place.module().prefix(), type + "." + steps.get(0).name(), steps.get(0).key());
    List<Address> instances = address.key().isEmpty() ? stack.instances(address) : List.of(address);
    boolean repeated = instances.size() > 1 || !instances.equals(List.of(address));
    if (repeated && keyed) {
      Address same = address.withKey(place.key());
      instances = instances.contains(same) ? List.of(same) : instances;
    }
    String attribute = path.isEmpty() ? lastWord(argument) : path.get(0).name();
    for (Address instance : instances) {
      add(instance, attribute);
    }
  }

  private void add(Address instance, String attribute) {
    PlannedResource plannedResource = stack.plannedResource(instance);
    if (plannedResource == null) {
      opaque = true;
    } else if (!isKnown(plannedResource.attributes().get(attribute))
        && !isHandedOn(instance, attribute)) {
      found.add(new Reference.ToResource(instance, attribute));
    }
  }

  /** Whether an argument is given what another resource has; that is then what is found. */
  private boolean isHandedOn(Address instance, String attribute) {
    PlanConfiguration.Resource block = references.configurationOf(instance);
    if (block == null
        || !(block.arguments().get(attribute) instanceof ConfigExpression.Taken expression)
        || expression.references().isEmpty()) {
      return false;
    }
    Set<Reference.ToResource> before = new LinkedHashSet<>(found);
    found.clear();
    followAll(
        new Place(ModulePath.of(instance.prefix()), instance.key(), block.repetition()),
        expression.references(),
        List.of());
    boolean whole =
        !opaque
            && !found.isEmpty()
            && found.stream()
                .allMatch(source -> References.isTakenWhole(attribute, source.attribute()));
    if (!whole) {
      found.clear();
      opaque = legs > MOST_LEGS;
    }
    found.addAll(before);
    return whole;
  }

  /** An attribute that the plan does not mention is null. */
  private static boolean isKnown(@Nullable Value value) {
    return value == null || !Values.isLater(value);
  }

  /**
   * A reference with a computed key ends before it, so that the attribute behind it is not told.
   */
  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf('_') + 1);
  }

  private static List<ReferencePath.Step> and(
      List<ReferencePath.Step> one, List<ReferencePath.Step> other) {
    if (other.isEmpty()) {
      return one;
    }
    List<ReferencePath.Step> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
