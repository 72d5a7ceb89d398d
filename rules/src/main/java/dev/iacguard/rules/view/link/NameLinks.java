package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.CopiedAttributes;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the resources of one stack by their names. */
public final class NameLinks {
  /** Who chooses a name by these does not choose that of a resource of this stack. */
  private static final Set<Cause> MADE_ELSEWHERE =
      EnumSet.of(
          Cause.COMPUTED,
          Cause.PLANNED,
          Cause.NOT_AVAILABLE,
          Cause.APPLICATION,
          Cause.UNDECLARED,
          Cause.OTHER_STACK);

  private final Stack stack;
  private final Map<LinkKind, NameIndex> names = new EnumMap<>(LinkKind.class);

  NameLinks(Stack stack) {
    this.stack = stack;
  }

  /** What a data source looks up by the name that it is given. */
  Link lookup(Scenario scenario, Resource data, LinkedType type) {
    Value name = scenario.resolve(data.get(type.name()));
    Link found = find(scenario, type.what(), name, Place.of(scenario, data), null);
    return found instanceof Link.Uncertain ? new Link.Outside(type.what(), null) : found;
  }

  /** Finds what has a name; the name may be a reference to that very resource's name. */
  public Link find(Scenario scenario, LinkKind what, Value name) {
    return find(scenario, what, name, Place.UNKNOWN, null);
  }

  /**
   * @param place where it has to be
   * @param arn what its ARN has to be, where it has one already; null when that is not known
   */
  Link find(Scenario scenario, LinkKind what, Value name, Place place, @Nullable String arn) {
    Value resolved = scenario.resolve(name);
    Link.Declared named = named(scenario, what, resolved);
    if (named != null) {
      return named.type().lookup() ? lookup(scenario, named.resource(), named.type()) : named;
    }
    Value.Text text = TextComparison.asText(resolved);
    if (text == null) {
      return new Link.Uncertain(new Uncertainty("a name is not a string", "", resolved.origin()));
    }
    List<Link.Declared> found =
        names
            .computeIfAbsent(what, kind -> new NameIndex(stack, kind))
            .find(scenario, text)
            .stream()
            .filter(candidate -> place.mayBeRegionOf(scenario, candidate.resource()))
            .filter(candidate -> mayHave(scenario, candidate, arn))
            .toList();
    if (found.size() > 1) {
      found = found.stream().filter(candidate -> !candidate.type().setsRetentionOnly()).toList();
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      String reason = "several resources have this name";
      return new Link.Uncertain(new Uncertainty(reason, "", text.origin()));
    }
    Link.Declared other =
        what == LinkKind.LOG_GROUP ? elsewhere(scenario, what, text.known(), place) : null;
    if (other != null) {
      return other;
    }
    // Of a stream, the start of its name says whether API Gateway may write to it.
    return text.known() == null && what != LinkKind.DELIVERY_STREAM
        ? new Link.Uncertain(uncertaintyOf(text))
        : new Link.Outside(what, text);
  }

  /** What another stack of the tree declares under that name; null when nothing does. */
  private Link.@Nullable Declared elsewhere(
      Scenario scenario, LinkKind what, @Nullable String name, Place place) {
    if (name == null) {
      return null;
    }
    for (LinkedType type : LinkedType.ALL) {
      if (type.what() == what && !type.lookup()) {
        Resource found = stack.elsewhere(type.type(), name);
        if (found != null && place.mayBeThatOf(scenario, found)) {
          return new Link.Declared(found, type);
        }
      }
    }
    return null;
  }

  /** The resource whose name a resolved value is a copy of, or null. */
  private Link.@Nullable Declared named(Scenario scenario, LinkKind what, Value name) {
    for (Reference.ToResource attribute : CopiedAttributes.of(scenario, stack, name)) {
      Resource resource = stack.resource(attribute.resource());
      LinkedType type = resource == null ? null : LinkedType.of(resource.type());
      if (resource != null
          && type != null
          && type.what() == what
          && type.isName(attribute.attribute())) {
        return new Link.Declared(resource, type);
      }
    }
    return null;
  }

  /** Whether a name is that of a resource which the stack declares. */
  public TextComparison isNameOf(Scenario scenario, Value name, Link.Declared candidate) {
    Value resolved = scenario.resolve(name);
    Link.Declared named = named(scenario, candidate.type().what(), resolved);
    if (named != null) {
      if (named.type().lookup()) {
        return isNameOf(scenario, named.resource().get(named.type().name()), candidate);
      }
      return named.resource().address().equals(candidate.resource().address())
          ? TextComparison.SAME
          : TextComparison.DIFFERENT;
    }
    Value own = scenario.resolve(candidate.resource().get(candidate.type().name()));
    TextComparison comparison = TextComparison.of(resolved, own);
    if (comparison == TextComparison.SAME) {
      return comparison;
    }
    if (mentions(resolved, candidate.resource())) {
      return TextComparison.UNDECIDED;
    }
    return isMadeElsewhere(resolved) ? TextComparison.DIFFERENT : comparison;
  }

  /** True when a value is made from an attribute of a resource. */
  private static boolean mentions(Value value, Resource resource) {
    return Properties.unknowns(value).stream()
        .flatMap(unknown -> unknown.references().stream())
        .anyMatch(
            reference ->
                reference instanceof Reference.ToResource to
                    && to.resource().equals(resource.address()));
  }

  /** True when another resource, module or stack makes up a part of a name. */
  private static boolean isMadeElsewhere(Value name) {
    return Properties.unknowns(name).stream()
        .anyMatch(unknown -> MADE_ELSEWHERE.contains(unknown.cause()));
  }

  /** False for what has another ARN: what is applied already knows its own. */
  private static boolean mayHave(Scenario scenario, Link.Declared candidate, @Nullable String arn) {
    String attribute = candidate.type().arn();
    Value own =
        arn == null || attribute.isEmpty()
            ? null
            : scenario.resolve(candidate.resource().get(attribute));
    return !(own instanceof Value.Text text)
        || text.known() == null
        || Objects.equals(Arn.withoutStar(text).known(), arn);
  }

  /** Why a text is not known: its first unknown part. */
  static Uncertainty uncertaintyOf(Value.Text text) {
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole && hole.value() instanceof Value.Unknown unknown) {
        return Uncertainty.about(unknown.withOrigin(text.origin()));
      }
    }
    return Uncertainty.about(Value.Unknown.of(Cause.NOT_EVALUATED, "the ARN", text.origin()));
  }
}
