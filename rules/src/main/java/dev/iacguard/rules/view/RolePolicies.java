package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import dev.iacguard.rules.iam.DocumentReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

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

  private void addAttached(
      World world,
      Resource role,
      Resource resource,
      RoleType.Attachment attachment,
      List<Grant> grants) {
    LinkedType type = Vocabulary.linkedType(role.type());
    if (type == null) {
      return;
    }
    Link.Declared own = new Link.Declared(role, type);
    for (Value name : names(world, resource.get(attachment.roles()))) {
      switch (links.isNameOf(world, name, own)) {
        case SAME -> grants.add(attached(world, resource, attachment));
        case UNDECIDED -> {
          Doubt doubt = new Doubt("a policy may be attached to it", "", name.origin());
          List<Value.Unknown> unknown = Properties.unknowns(name);
          if (!unknown.isEmpty()) {
            doubt = Doubt.about(unknown.get(0).withOrigin(name.origin()));
          }
          grants.add(new Grant.PerhapsAttached(attached(world, resource, attachment), doubt));
        }
        case DIFFERENT -> {}
      }
    }
  }

  private Grant attached(World world, Resource resource, RoleType.Attachment attachment) {
    Value policy = world.settle(resource.get(attachment.policy()));
    return attachment.byArn() ? managed(world, policy) : written(world, policy);
  }

  /** The names of roles, of which one or a list is written; what is not known may be any name. */
  private static List<Value> names(World world, Value written) {
    return switch (world.settle(written)) {
      case Value.Null none -> List.of();
      case Value.Sequence sequence -> {
        List<Value> names = new ArrayList<>();
        sequence.elements().forEach(element -> names.add(world.settle(element)));
        if (sequence.open()) {
          names.add(Value.Unknown.of(Cause.NOT_EVALUATED, "a list", sequence.origin()));
        }
        yield names;
      }
      case Value one -> List.of(one);
    };
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
      case Link.Uncertain uncertain -> new Grant.Unseen(uncertain.doubt());
      default -> new Grant.Unseen(unseen(arn));
    };
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
