package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.Span;
import dev.iacguard.core.terraform.value.ChoiceLifting;
import dev.iacguard.core.terraform.value.Conversions;
import dev.iacguard.core.terraform.value.Derived;
import dev.iacguard.core.terraform.value.OpenKeys;
import dev.iacguard.core.terraform.value.OriginTrails;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates one step into a value: an attribute or an element. */
final class Access {
  private Access() {}

  /** {@code value.name}, used at {@code use}. */
  static Value attribute(Value value, String name, Span use, Scope scope) {
    return switch (value) {
      case Value.Choice choice ->
          ChoiceLifting.map(choice, arm -> attribute(arm, name, use, scope));
      case Value.Mapping mapping -> entry(mapping, name, use);
      case Value.Unknown unknown -> {
        ResourceInstance instance = ResourceReference.instance(unknown, scope);
        yield instance != null ? instance.read(name, use) : inside(unknown, "." + name, name, use);
      }
      case Value.Sequence sequence when isIndex(name) -> element(sequence, name, use);
      default ->
          Conversions.invalid(Origin.at(use), "." + name + " of a value that has no attributes");
    };
  }

  /** {@code value[key]}, used at {@code use}. */
  static Value index(Value value, Value key, Span use, Scope scope) {
    return ChoiceLifting.map(value, key, (v, k) -> decidedIndex(v, k, use, scope));
  }

  private static Value decidedIndex(Value value, Value key, Span use, Scope scope) {
    String name = Conversions.knownText(key);
    if (name == null) {
      Value entry =
          value instanceof Value.Mapping map
              ? OpenKeys.choose(map, key, null, Derived.marked(Origin.at(use), List.of(map)))
              : null;
      if (entry != null) {
        return ChoiceLifting.map(entry, each -> used(each, value, use));
      }
      return Derived.isError(key)
          ? key
          : Derived.unknown("an element of a list or map", Origin.at(use), List.of(key, value));
    }
    return switch (value) {
      case Value.Mapping mapping -> entry(mapping, name, use);
      case Value.Sequence sequence -> element(sequence, name, use);
      case Value.Unknown unknown -> {
        ResourceInstance instance = ResourceReference.instance(unknown, scope);
        yield instance != null
            ? instance.read(name, use)
            : inside(
                unknown,
                "[" + (key instanceof Value.Text ? '"' + name + '"' : name) + "]",
                name,
                use);
      }
      default ->
          Conversions.invalid(Origin.at(use), "an element of a value that is not a list or map");
    };
  }

  private static Value entry(Value.Mapping mapping, String name, Span use) {
    Value entry = mapping.get(name);
    if (entry != null) {
      return used(entry, mapping, use);
    }
    return mapping.open()
        ? new Value.Unknown(Cause.NOT_EVALUATED, "." + name, List.of(), false, Origin.at(use))
        : Conversions.invalid(missing(mapping, use), "there is no \"" + name + "\" in it");
  }

  private static Value element(Value.Sequence sequence, String name, Span use) {
    Value number = Conversions.toNumber(Value.Text.of(name, sequence.origin()));
    @Nullable BigInteger index = Numbers.whole(number);
    if (index == null || sequence.kind() == Value.Sequence.Kind.SET) {
      return Conversions.invalid(Origin.at(use), "an index that is not a whole number");
    }
    int size = sequence.elements().size();
    if (sequence.open()) {
      // What is not known may stand before or between the known elements.
      return Derived.unknown("[" + name + "]", Origin.at(use), List.of(sequence));
    }
    return index.signum() >= 0 && index.compareTo(BigInteger.valueOf(size)) < 0
        ? used(sequence.elements().get(index.intValue()), sequence, use)
        : Conversions.invalid(
            missing(sequence, use), "there is no element " + name + " in a list of length " + size);
  }

  /** That something is missing hangs on what the whole hangs on. */
  private static Origin missing(Value whole, Span use) {
    return Origin.at(use).marked(whole.origin().valueMarks());
  }

  /**
   * The piece keeps its own place as the last leg of its trail, behind what the whole came through.
   */
  private static Value used(Value piece, Value whole, Span use) {
    return piece.withOrigin(
        new Origin(
            use,
            OriginTrails.append(whole.origin(), piece.origin()),
            piece.origin().valueMarks().and(whole.origin().valueMarks()),
            piece.origin().copyOf()));
  }

  private static Value inside(Value.Unknown whole, String step, String name, Span use) {
    List<Reference> references =
        whole.references().stream().map(reference -> extended(reference, name)).toList();
    Origin origin = whole.origin().usedAt(use);
    return new Value.Unknown(
        whole.cause(), whole.what() + step, whole.detail(), references, false, origin);
  }

  private static Reference extended(Reference reference, String name) {
    return switch (reference) {
      case Reference.ToResource resource ->
          new Reference.ToResource(resource.resource(), resource.attribute() + "." + name);
      case Reference.Named named -> new Reference.Named(named.name() + "." + name);
    };
  }

  private static boolean isIndex(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
