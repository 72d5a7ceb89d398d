package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.Properties;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account and Region in which a name is looked for, as far as the code says.
 *
 * @param region what an ARN or a lookup says; null when it says nothing
 * @param homeRegion that of the resource which asks; it counts for other stacks only, since a name
 *     of the own stack may be that of a resource in another Region
 * @param accounts those that it may be in; empty when they are not known
 */
public record Place(@Nullable String region, @Nullable String homeRegion, Set<String> accounts) {
  static final Place UNKNOWN = new Place(null, null, Set.of());

  /** Where a resource or data source is. */
  public static Place of(Scenario scenario, Resource resource) {
    return new Place(null, region(scenario, resource), resource.attributes().provider().accounts());
  }

  static Place of(Arn arn) {
    return new Place(
        orNull(arn.region()),
        null,
        arn.account() == null || arn.account().isEmpty() ? Set.of() : Set.of(arn.account()));
  }

  /** This place, and another where it says nothing. */
  Place or(Place home) {
    return new Place(
        region,
        region == null ? home.homeRegion : null,
        accounts.isEmpty() ? home.accounts : accounts);
  }

  /** False for a resource that the code puts into another Region. */
  boolean mayBeRegionOf(Scenario scenario, Resource resource) {
    return isSame(region, region(scenario, resource));
  }

  /** False for a resource of another stack that the code puts into another Region or account. */
  boolean mayBeThatOf(Scenario scenario, Resource resource) {
    Set<String> others = resource.attributes().provider().accounts();
    return mayBeRegionOf(scenario, resource)
        && isSame(homeRegion, region(scenario, resource))
        && (accounts.isEmpty() || others.isEmpty() || !Collections.disjoint(accounts, others));
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  private static @Nullable String region(Scenario scenario, Resource resource) {
    return orNull(Properties.known(scenario.resolve(resource.get("region"))));
  }

  private static @Nullable String orNull(@Nullable String region) {
    return region == null || region.isEmpty() ? null : region;
  }
}
