package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.Properties;
import java.util.Set;

/** Resolves ARNs to the resources of one stack. */
public final class Links {
  private final Stack stack;
  private final NameLinks names;

  public Links(Stack stack) {
    this.stack = stack;
    this.names = new NameLinks(stack);
  }

  /** The resources of the stack by their names. */
  public NameLinks names() {
    return names;
  }

  /**
   * Follows an ARN.
   *
   * @param wanted what it may lead to
   */
  public Link follow(Scenario scenario, Value arn, Set<LinkKind> wanted) {
    return follow(scenario, arn, wanted, Place.UNKNOWN);
  }

  /**
   * Follows an ARN, which may be that of a resource of another stack.
   *
   * @param home where that resource has to be, as far as the ARN does not say
   */
  public Link follow(Scenario scenario, Value arn, Set<LinkKind> wanted, Place home) {
    return switch (scenario.resolve(arn)) {
      case Value.Unknown unknown -> followReference(scenario, unknown, wanted);
      case Value.Text text -> followText(scenario, Arn.withoutStar(text), wanted, home);
      default -> new Link.Wrong("is not an ARN");
    };
  }

  private Link followText(Scenario scenario, Value.Text text, Set<LinkKind> wanted, Place home) {
    Value.Unknown unknown = Properties.whollyUnknown(text);
    if (unknown != null) {
      return followReference(scenario, unknown, wanted);
    }
    if (Arn.cannotBe(text)) {
      return new Link.Wrong("is not an ARN");
    }
    Arn arn = Arn.parse(text);
    if (arn == null) {
      return new Link.Uncertain(NameLinks.uncertaintyOf(text));
    }
    for (LinkKind what : wanted) {
      Value.Text name = Arn.after(text, what.marker());
      if (name != null && (arn.service() == null || arn.service().equals(what.service()))) {
        return byArnName(scenario, what, name, Place.of(arn).or(home), text);
      }
    }
    boolean wrong =
        arn.service() != null
            && wanted.stream().noneMatch(what -> what.service().equals(arn.service()));
    if (wrong) {
      return new Link.Wrong("is an ARN of " + arn.service());
    }
    return text.known() != null
        ? new Link.Wrong("is not the ARN of a " + prose(wanted))
        : new Link.Uncertain(NameLinks.uncertaintyOf(text));
  }

  private Link byArnName(
      Scenario scenario, LinkKind what, Value.Text written, Place place, Value.Text arn) {
    Value.Text name = what == LinkKind.ROLE ? lastName(written) : written;
    if (what == LinkKind.LOG_GROUP && name.known() != null && name.known().indexOf(':') >= 0) {
      return new Link.Wrong("is the ARN of something inside a log group, not of the log group");
    }
    return names.find(scenario, what, name, place, arn.known());
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
    LinkedType type = LinkedType.of(resource.type());
    if (type == null || !wanted.contains(type.what())) {
      boolean isArn = reference.attribute().equalsIgnoreCase("arn");
      return isArn && hasFixedArn(resource.type())
          ? new Link.Wrong("is the ARN of " + resource.address())
          : new Link.Uncertain(Uncertainty.about(unknown));
    }
    if (type.isArn(reference.attribute())) {
      return type.lookup()
          ? names.lookup(scenario, resource, type)
          : new Link.Declared(resource, type);
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

  private static String prose(Set<LinkKind> wanted) {
    return String.join(" or ", wanted.stream().map(LinkKind::prose).toList());
  }
}
