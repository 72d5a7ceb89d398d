package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import dev.iacguard.rules.iam.DocumentReader;
import dev.iacguard.rules.iam.ManagedPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the policies of a role from all the places they can be given to it. */
final class RolePolicies {
  private static final String AWS_MANAGED = "iam::aws:policy/";

  private final Stack stack;
  private final Links links;

  RolePolicies(Stack stack, Links links) {
    this.stack = stack;
    this.links = links;
  }

  List<Grant> of(World world, Resource role, RoleType type) {
    List<Grant> grants = new ArrayList<>();
    for (Value policy : list(world, role.get(type.inline()), grants)) {
      grants.add(written(world, Properties.inside(world, policy, type.inlineDocument())));
    }
    for (Value arn : list(world, role.get(type.managed()), grants)) {
      grants.add(managed(world, arn));
    }
    for (RoleType.Attachment attachment : RoleType.Attachment.ALL) {
      for (Resource resource : stack.resources(attachment.type())) {
        if (world.holds(resource.exists())) {
          addAttached(world, role, resource, attachment, grants);
        }
      }
    }
    return grants;
  }

  /** The permissions boundary; null when the role has none. */
  @Nullable Grant boundary(World world, Resource role, RoleType type) {
    Value arn = world.settle(role.get(type.boundary()));
    if (Properties.isNothing(arn)) {
      return null;
    }
    Grant boundary = managed(world, arn);
    return boundary instanceof Grant.Unseen unseen
        ? new Grant.Unseen(
            new Doubt(
                "its permissions boundary is not known: " + unseen.doubt().reason(),
                unseen.doubt().remedy(),
                unseen.doubt().origin()))
        : boundary;
  }

  private void addAttached(
      World world,
      Resource role,
      Resource resource,
      RoleType.Attachment attachment,
      List<Grant> grants) {
    List<Grant> ignored = new ArrayList<>();
    for (Value name : list(world, resource.get(attachment.roles()), ignored)) {
      switch (links.byName(world, Linkable.ROLE, name)) {
        case Link.Declared other when other.resource().address().equals(role.address()) -> {
          Value policy = world.settle(resource.get(attachment.policy()));
          grants.add(attachment.byArn() ? managed(world, policy) : written(world, policy));
        }
        case Link.Uncertain uncertain -> grants.add(new Grant.PerhapsAttached(uncertain.doubt()));
        default -> {}
      }
    }
  }

  private static Grant written(World world, Value document) {
    return new Grant.Written(new DocumentReader(world).read(document), document.origin());
  }

  private Grant managed(World world, Value arn) {
    if (arn instanceof Value.Text text) {
      Value.Text name = Arn.after(text, AWS_MANAGED);
      if (name != null && name.known() != null) {
        String path = name.known();
        return new Grant.AwsManaged(path.substring(path.lastIndexOf('/') + 1), arn.origin());
      }
    }
    return switch (links.follow(world, arn, EnumSet.of(Linkable.MANAGED_POLICY))) {
      case Link.Declared declared -> {
        String attribute = RoleType.managedDocument(declared.resource().type());
        yield attribute == null
            ? new Grant.Unseen(unseen(arn))
            : written(world, declared.resource().get(attribute));
      }
      case Link.Outside outside when Properties.whollyUnknown(arn) != null ->
          lookedUp(outside.name(), arn);
      case Link.Uncertain uncertain -> new Grant.Unseen(uncertain.doubt());
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

  private static Doubt unseen(Value arn) {
    return new Doubt("a managed policy is not in the code", "", arn.origin());
  }

  /** One value or a list of them; what may come beside the known ones is a grant not seen. */
  private static List<Value> list(World world, Value value, List<Grant> grants) {
    List<Value> elements = new ArrayList<>();
    switch (world.settle(value)) {
      case Value.Null none -> {}
      case Value.Sequence sequence -> {
        for (Value element : sequence.elements()) {
          Value settled = world.settle(element);
          if (!(settled instanceof Value.Null)) {
            elements.add(settled);
          }
        }
        if (sequence.open()) {
          grants.add(new Grant.Unseen(new Doubt("there may be more", "", sequence.origin())));
        }
      }
      case Value.Unknown unknown when Properties.reference(unknown) == null ->
          grants.add(new Grant.Unseen(Doubt.about(unknown)));
      case Value single -> elements.add(single);
    }
    return elements;
  }
}
