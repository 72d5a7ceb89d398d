package dev.iacguard.rules.view.role;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.iam.DocumentReader;
import dev.iacguard.rules.iam.PolicyDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role that the code declares, in one scenario. */
public final class DeclaredRole {
  private final Scenario scenario;
  private final Resource resource;
  private final RolePolicies policies;

  DeclaredRole(Scenario scenario, Resource resource, RolePolicies policies) {
    this.scenario = scenario;
    this.resource = resource;
    this.policies = policies;
  }

  /** The scenario it is seen in. */
  public Scenario scenario() {
    return scenario;
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
    Value document = scenario.resolve(resource.get(type == null ? "" : type.trust()));
    return new Trust(new DocumentReader(scenario).read(document), document.origin());
  }

  /**
   * The policy that limits what its policies allow; null when it has none. For {@link Grant.Unseen}
   * the uncertainty says that it is a boundary.
   */
  public @Nullable Grant boundary() {
    @Nullable RoleType type = RoleType.of(resource.type());
    return type == null ? null : policies.boundary(scenario, resource, type);
  }

  /** All its policies, inline and attached. */
  public List<Grant> grants() {
    @Nullable RoleType type = RoleType.of(resource.type());
    return type == null ? List.of() : policies.of(scenario, resource, type);
  }
}
