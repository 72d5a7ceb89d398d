package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.LinkedHashSet;
import java.util.Set;

/** Replaces links to resources that do not exist, in some scenarios or in all. */
public final class ConditionalLink {
  private final Scenario scenario;
  private final Stack stack;
  private final boolean switchedOff;

  /**
   * @param switchedOff whether what links is itself there only if an input has another value than
   *     its default
   */
  public ConditionalLink(Scenario scenario, Stack stack, boolean switchedOff) {
    this.switchedOff = switchedOff;
    this.scenario = scenario;
    this.stack = stack;
  }

  /**
   * The link as it is in this scenario. A name or an ARN that is written out leads out of the stack
   * when the resource that has it is not there. A reference to it leads nowhere: CloudFormation
   * refuses the template then. Terraform has ways to refer to what may not be there, so that its
   * references are left as they are.
   *
   * @param written what the link was followed from
   */
  public Link of(Link link, Value written) {
    if (link instanceof Link.Declared declared && !declared.resource().exists().isEmpty()) {
      return declared(declared, written);
    }
    if (link instanceof Link.Uncertain && isTemplate()) {
      for (Address address : referred(written)) {
        if (stack.resource(address) == null) {
          return missing(address);
        }
      }
    }
    return link;
  }

  private Link declared(Link.Declared link, Value written) {
    Resource resource = link.resource();
    boolean referred = referred(written).contains(resource.address());
    if ((referred && !isTemplate()) || isThere(resource)) {
      return link;
    }
    if (referred) {
      return missing(resource.address());
    }
    Value name = scenario.resolve(resource.get(link.type().name()));
    return new Link.Outside(link.type().what(), TextComparison.asText(name));
  }

  /** What a default switches off is not there for what is there by default. */
  private boolean isThere(Resource resource) {
    boolean off =
        !switchedOff
            && stack.switchedOff(resource.type()).stream()
                .anyMatch(each -> each.address().equals(resource.address()));
    return !off && scenario.holds(resource.exists());
  }

  private boolean isTemplate() {
    return stack.language() == Language.CLOUDFORMATION || stack.language() == Language.SAM;
  }

  private static Link missing(Address resource) {
    return new Link.Wrong("refers to " + resource + ", which does not exist");
  }

  /** The resources of the template that a value is made from. */
  private Set<Address> referred(Value value) {
    Set<Address> found = new LinkedHashSet<>();
    switch (scenario.resolve(value)) {
      case Value.Unknown unknown -> add(found, unknown);
      case Value.Text text -> {
        for (TextPart part : text.parts()) {
          if (part instanceof TextPart.Hole hole && hole.value() instanceof Value.Unknown unknown) {
            add(found, unknown);
          }
        }
      }
      default -> {}
    }
    return found;
  }

  private static void add(Set<Address> found, Value.Unknown unknown) {
    for (Reference reference : unknown.references()) {
      if (unknown.cause() == Cause.COMPUTED && reference instanceof Reference.ToResource to) {
        found.add(to.resource());
      }
    }
  }
}
