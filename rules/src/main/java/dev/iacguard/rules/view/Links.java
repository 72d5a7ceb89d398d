package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows ARNs and names to the resources of one stack. */
final class Links {
  /** Who chooses a name by these does not choose that of a resource of this stack. */
  private static final Set<Cause> MADE_ELSEWHERE =
      EnumSet.of(Cause.COMPUTED, Cause.PLANNED, Cause.NOT_AVAILABLE, Cause.OTHER_STACK);

  private final Stack stack;
  private final Map<LinkKind, NameIndex> names = new EnumMap<>(LinkKind.class);

  Links(Stack stack) {
    this.stack = stack;
  }

  /**
   * Follows an ARN.
   *
   * @param wanted what it may lead to
   */
  Link follow(Scenario scenario, Value arn, Set<LinkKind> wanted) {
    return switch (scenario.resolve(arn)) {
      case Value.Unknown unknown -> followReference(scenario, unknown, wanted);
      case Value.Text text -> followText(scenario, Arn.withoutStar(text), wanted);
      default -> new Link.Wrong("is not an ARN");
    };
  }

  private Link followText(Scenario scenario, Value.Text text, Set<LinkKind> wanted) {
    Value.Unknown unknown = Properties.whollyUnknown(text);
    if (unknown != null) {
      return followReference(scenario, unknown, wanted);
    }
    if (Arn.cannotBe(text)) {
      return new Link.Wrong("is not an ARN");
    }
    Arn arn = Arn.parse(text);
    if (arn == null) {
      return new Link.Uncertain(doubtAbout(text));
    }
    for (LinkKind what : wanted) {
      Value.Text name = Arn.after(text, what.marker());
      if (name != null && (arn.service() == null || arn.service().equals(what.service()))) {
        return byArnName(scenario, what, name, arn.region(), text);
      }
    }
    boolean wrong =
        arn.service() != null
            && wanted.stream().noneMatch(what -> what.service().equals(arn.service()));
    if (wrong) {
      return new Link.Wrong("is an ARN of " + arn.service());
    }
    return text.known() != null
        ? new Link.Wrong("is no ARN of a " + prose(wanted))
        : new Link.Uncertain(doubtAbout(text));
  }

  private Link byArnName(
      Scenario scenario,
      LinkKind what,
      Value.Text written,
      @Nullable String region,
      Value.Text arn) {
    Value.Text name = what == LinkKind.ROLE ? lastName(written) : written;
    if (what == LinkKind.LOG_GROUP && name.known() != null && name.known().indexOf(':') >= 0) {
      return new Link.Wrong("is an ARN inside a log group, not of one");
    }
    return byName(scenario, what, name, region, arn.known());
  }

  /** The name in {@code path/name}. */
  private static Value.Text lastName(Value.Text path) {
    String known = path.known();
    return known == null
        ? path
        : Value.Text.of(known.substring(known.lastIndexOf('/') + 1), path.origin());
  }

  private Link followReference(Scenario scenario, Value.Unknown unknown, Set<LinkKind> wanted) {
    Reference.ToResource reference = Properties.reference(unknown);
    Resource resource = reference == null ? null : stack.resource(reference.resource());
    if (reference == null || resource == null) {
      return new Link.Uncertain(Uncertainty.about(unknown));
    }
    LinkedType type = Vocabulary.linkedType(resource.type());
    if (type == null || !wanted.contains(type.what())) {
      boolean isArn = reference.attribute().equalsIgnoreCase("arn");
      return isArn && hasFixedArn(resource.type())
          ? new Link.Wrong("is the ARN of " + resource.address())
          : new Link.Uncertain(Uncertainty.about(unknown));
    }
    if (type.isArn(reference.attribute())) {
      return type.lookup() ? lookup(scenario, resource, type) : new Link.Declared(resource, type);
    }
    return type.isName(reference.attribute())
        ? new Link.Wrong("is the name of " + resource.address() + ", not its ARN")
        : new Link.Uncertain(Uncertainty.about(unknown));
  }

  /** False for what may have any ARN of its own choice: custom resources, lookups, stacks. */
  private static boolean hasFixedArn(String type) {
    return type.startsWith("aws_")
        || type.startsWith("awscc_")
        || (type.startsWith("AWS::") && !type.startsWith("AWS::CloudFormation::"));
  }

  private Link lookup(Scenario scenario, Resource data, LinkedType type) {
    Value name = scenario.resolve(data.get(type.name()));
    Link found = byName(scenario, type.what(), name);
    return found instanceof Link.Uncertain ? new Link.Outside(type.what(), null) : found;
  }

  /** Finds what has a name; the name may be a reference to that very resource's name. */
  Link byName(Scenario scenario, LinkKind what, Value name) {
    return byName(scenario, what, name, null, null);
  }

  /**
   * @param region where it has to be; null when that is not known
   * @param arn what its ARN has to be, where it has one already; null when that is not known
   */
  private Link byName(
      Scenario scenario, LinkKind what, Value name, @Nullable String region, @Nullable String arn) {
    Value resolved = scenario.resolve(name);
    Link.Declared named = named(scenario, what, resolved);
    if (named != null) {
      return named.type().lookup() ? lookup(scenario, named.resource(), named.type()) : named;
    }
    Value.Text text = TextComparison.asText(resolved);
    if (text == null) {
      return new Link.Uncertain(new Uncertainty("a name is not a text", "", resolved.origin()));
    }
    List<Link.Declared> found =
        names
            .computeIfAbsent(what, kind -> new NameIndex(stack, kind))
            .find(scenario, text)
            .stream()
            .filter(candidate -> mayBeIn(scenario, candidate.resource(), region))
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
    Link.Declared other = what == LinkKind.LOG_GROUP ? elsewhere(what, text.known()) : null;
    if (other != null) {
      return other;
    }
    // Of a stream, the start of its name says whether API Gateway may write to it.
    return text.known() == null && what != LinkKind.DELIVERY_STREAM
        ? new Link.Uncertain(doubtAbout(text))
        : new Link.Outside(what, text);
  }

  /** What another stack of the tree declares under that name; null when nothing does. */
  private Link.@Nullable Declared elsewhere(LinkKind what, @Nullable String name) {
    if (name == null) {
      return null;
    }
    for (LinkedType type : LinkedType.ALL) {
      if (type.what() == what && !type.lookup()) {
        Resource found = stack.elsewhere(type.type(), name);
        if (found != null) {
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
      LinkedType type = resource == null ? null : Vocabulary.linkedType(resource.type());
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
  TextComparison isNameOf(Scenario scenario, Value name, Link.Declared candidate) {
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

  /** False for what the code puts into another Region. */
  private static boolean mayBeIn(Scenario scenario, Resource resource, @Nullable String region) {
    String own = Properties.known(scenario.resolve(resource.get("region")));
    return own == null || region == null || region.isEmpty() || own.equals(region);
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

  private static Uncertainty doubtAbout(Value.Text text) {
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole && hole.value() instanceof Value.Unknown unknown) {
        return Uncertainty.about(unknown.withOrigin(text.origin()));
      }
    }
    return Uncertainty.about(Value.Unknown.of(Cause.NOT_EVALUATED, "the ARN", text.origin()));
  }

  private static String prose(Set<LinkKind> wanted) {
    return String.join(" or ", wanted.stream().map(LinkKind::prose).toList());
  }
}
