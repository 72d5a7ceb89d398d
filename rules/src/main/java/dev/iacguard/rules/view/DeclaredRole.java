package dev.iacguard.rules.view;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import dev.iacguard.rules.iam.DocumentReader;
import dev.iacguard.rules.iam.PolicyDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role that the code declares, in one world. */
public final class DeclaredRole {
  private final World world;
  private final Resource resource;
  private final RolePolicies policies;

  DeclaredRole(World world, Resource resource, RolePolicies policies) {
    this.world = world;
    this.resource = resource;
    this.policies = policies;
  }

  /** The world it is seen in. */
  public World world() {
    return world;
  }

  public Resource resource() {
    return resource;
  }

  /**
   * Who may assume it.
   *
   * @param at the document, or the role when none is written
   */
  public record Trust(PolicyDocument document, Origin at) {}

  public Trust trust() {
    RoleType type = RoleType.of(resource.type());
    Value document = world.settle(resource.get(type == null ? "" : type.trust()));
    return new Trust(new DocumentReader(world).read(document), document.origin());
  }

  /**
   * The policy that limits what its policies allow; null when it has none. For {@link
   * Grant.Unseen} the doubt says that it is a boundary.
   */
  public @Nullable Grant boundary() {
    @Nullable RoleType type = RoleType.of(resource.type());
    return type == null ? null : policies.boundary(world, resource, type);
  }

  /** All its policies, inline and attached. */
  public List<Grant> grants() {
    @Nullable RoleType type = RoleType.of(resource.type());
    return type == null ? List.of() : policies.of(world, resource, type);
  }
}
