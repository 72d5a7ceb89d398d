package dev.iacguard.rules.view.role;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.iam.DocumentReader;
import dev.iacguard.rules.iam.ManagedPolicy;
import dev.iacguard.rules.view.link.Arn;
import dev.iacguard.rules.view.link.Link;
import dev.iacguard.rules.view.link.LinkKind;
import dev.iacguard.rules.view.link.LinkedType;
import dev.iacguard.rules.view.link.Links;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the policies of a role from everywhere they can be attached. */
public final class RolePolicies {
  private static final String AWS_MANAGED = "iam::aws:policy/";

  private final Stack stack;
  private final Links links;

  public RolePolicies(Stack stack, Links links) {
    this.stack = stack;
    this.links = links;
  }

  List<Grant> of(Scenario scenario, Resource role, RoleType type) {
    List<Grant> grants = new ArrayList<>();
    Value inline = scenario.resolve(role.get(type.inline()));
    boolean none = inline instanceof Value.Unknown && losesInline(scenario, role);
    for (Value policy : none ? List.<Value>of() : list(scenario, inline, grants)) {
      grants.add(written(scenario, Properties.inside(scenario, policy, type.inlineDocument())));
    }
    for (Value arn : list(scenario, role.get(type.managed()), grants)) {
      grants.add(managed(scenario, arn));
    }
    for (RoleType.Attachment attachment : RoleType.Attachment.ALL) {
      for (Resource resource : stack.resources(attachment.type())) {
        addAttached(scenario, role, resource, attachment, grants);
      }
    }
    return grants;
  }

  /**
   * Whether the code takes away all inline policies of a role. A plan does not know whether there
   * are any, where none are written.
   */
  private boolean losesInline(Scenario scenario, Resource role) {
    return stack.resources(RoleType.EXCLUSIVE).stream()
        .filter(resource -> isOf(scenario, role, resource.get("role_name")))
        .filter(resource -> scenario.holds(resource.exists()))
        .anyMatch(
            resource ->
                scenario.resolve(resource.get("policy_names")) instanceof Value.Sequence names
                    && names.elements().isEmpty()
                    && !names.open());
  }

  private boolean isOf(Scenario scenario, Resource role, Value name) {
    @Nullable LinkedType type = LinkedType.of(role.type());
    return type != null
        && links.names().isNameOf(scenario, scenario.resolve(name), new Link.Declared(role, type))
            == TextComparison.SAME;
  }

  /** The permissions boundary; null when the role has none. */
  @Nullable Grant boundary(Scenario scenario, Resource role, RoleType type) {
    Value arn = scenario.resolve(role.get(type.boundary()));
    if (Properties.isNothing(arn)) {
      return null;
    }
    Grant boundary = managed(scenario, arn);
    return boundary instanceof Grant.Unseen unseen
        ? new Grant.Unseen(
            new Uncertainty(
                "its permissions boundary is not known: " + unseen.uncertainty().reason(),
                unseen.uncertainty().remedy(),
                unseen.uncertainty().origin()))
        : boundary;
  }

  private void addAttached(
      Scenario scenario,
      Resource role,
      Resource resource,
      RoleType.Attachment attachment,
      List<Grant> grants) {
    LinkedType type = LinkedType.of(role.type());
    if (type == null) {
      return;
    }
    Link.Declared own = new Link.Declared(role, type);
    for (Value name : names(scenario, resource.get(attachment.roles()))) {
      TextComparison comparison = links.names().isNameOf(scenario, name, own);
      // Whether it exists matters only for this role's policies.
      if (comparison == TextComparison.DIFFERENT || !scenario.holds(resource.exists())) {
        continue;
      }
      switch (comparison) {
        case SAME -> grants.addAll(attached(scenario, resource, attachment));
        case UNDECIDED -> {
          Uncertainty uncertainty =
              new Uncertainty("other policies may be attached to it", "", name.origin());
          List<Value.Unknown> unknown = Properties.unknowns(name);
          if (!unknown.isEmpty()) {
            uncertainty = Uncertainty.about(unknown.get(0).withOrigin(name.origin()));
          }
          for (Grant grant : attached(scenario, resource, attachment)) {
            grants.add(new Grant.PerhapsAttached(grant, uncertainty));
          }
        }
        case DIFFERENT -> {}
      }
    }
  }

  private List<Grant> attached(
      Scenario scenario, Resource resource, RoleType.Attachment attachment) {
    Value policy = resource.get(attachment.policy());
    if (!attachment.byArn()) {
      return List.of(written(scenario, scenario.resolve(policy)));
    }
    List<Grant> grants = new ArrayList<>();
    for (Value arn : list(scenario, policy, grants)) {
      grants.add(managed(scenario, arn));
    }
    return grants;
  }

  /** The names of roles, of which one or a list is written; what is not known may be any name. */
  private static List<Value> names(Scenario scenario, Value written) {
    return switch (scenario.resolve(written)) {
      case Value.Null none -> List.of();
      case Value.Sequence sequence -> {
        List<Value> names = new ArrayList<>();
        sequence.elements().forEach(element -> names.add(scenario.resolve(element)));
        if (sequence.open()) {
          names.add(Value.Unknown.of(Cause.NOT_EVALUATED, "a list", sequence.origin()));
        }
        yield names;
      }
      case Value one -> List.of(one);
    };
  }

  private static Grant written(Scenario scenario, Value document) {
    return new Grant.Written(new DocumentReader(scenario).read(document), document.origin());
  }

  private Grant managed(Scenario scenario, Value arn) {
    if (arn instanceof Value.Text text) {
      Value.Text name = Arn.after(text, AWS_MANAGED);
      if (name != null && name.known() != null) {
        String path = name.known();
        return new Grant.AwsManaged(path.substring(path.lastIndexOf('/') + 1), arn.origin());
      }
    }
    return switch (links.follow(scenario, arn, EnumSet.of(LinkKind.MANAGED_POLICY))) {
      case Link.Declared declared -> {
        String attribute = RoleType.managedDocument(declared.resource().type());
        yield attribute == null
            ? new Grant.Unseen(unseen(arn))
            : written(scenario, declared.resource().get(attribute));
      }
      case Link.Outside outside when Properties.whollyUnknown(arn) != null ->
          lookedUp(outside.name(), arn);
      case Link.Uncertain uncertain -> new Grant.Unseen(uncertain.uncertainty());
      default -> new Grant.Unseen(unseen(arn));
    };
  }

  /** A policy that is looked up by its name; it may be one of AWS. */
  private static Grant lookedUp(Value.@Nullable Text name, Value arn) {
    String known = name == null ? null : name.known();
    return known != null && ManagedPolicy.named(known) != null
        ? new Grant.AwsManaged(known, arn.origin())
        : new Grant.Unseen(unseen(arn));
  }

  private static Uncertainty unseen(Value arn) {
    return new Uncertainty("a managed policy is not in the code", "", arn.origin());
  }

  /** One value or a list of them; what may come beside the known ones is a grant not seen. */
  private static List<Value> list(Scenario scenario, Value value, List<Grant> grants) {
    List<Value> elements = new ArrayList<>();
    switch (scenario.resolve(value)) {
      case Value.Null none -> {}
      case Value.Sequence sequence -> {
        for (Value element : sequence.elements()) {
          Value resolved = scenario.resolve(element);
          if (!(resolved instanceof Value.Null)) {
            elements.add(resolved);
          }
        }
        if (sequence.open()) {
          grants.add(new Grant.Unseen(new Uncertainty("there may be more", "", sequence.origin())));
        }
      }
      case Value.Unknown unknown when Properties.reference(unknown) == null ->
          grants.add(new Grant.Unseen(Uncertainty.about(unknown)));
      case Value single -> elements.add(single);
    }
    return elements;
  }
}
