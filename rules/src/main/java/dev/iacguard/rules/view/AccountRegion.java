package dev.iacguard.rules.view;

import dev.iacguard.core.model.ProviderConfiguration;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.rules.view.value.Properties;
import dev.iacguard.rules.view.value.TextComparison;

/** The account and Region that a resource is deployed to, as far as the code says. */
public record AccountRegion(Resource resource, ProviderConfiguration provider) {

  public static AccountRegion of(Resource resource) {
    return new AccountRegion(resource, resource.attributes().provider());
  }

  /** Whether two resources of a stack are deployed to the same account and Region. */
  public TextComparison compare(AccountRegion other) {
    boolean sameProvider = provider.name().equals(other.provider.name());
    if (sameProvider && !choosesRegion() && !other.choosesRegion()) {
      return TextComparison.SAME;
    }
    TextComparison account = sameProvider ? TextComparison.SAME : compareAccounts(other);
    return account.and(compareRegions(other, sameProvider));
  }

  private boolean choosesRegion() {
    return !resource.isOfTemplate() && resource.attributes().has("region");
  }

  private Value region() {
    return resource.get("region");
  }

  private TextComparison compareAccounts(AccountRegion other) {
    if (!facts().mayBe(other.facts())) {
      return TextComparison.DIFFERENT;
    }
    return provider.credentials().equals(other.provider.credentials())
        ? TextComparison.SAME
        : provider.accounts().size() == 1 && provider.accounts().equals(other.provider.accounts())
            ? TextComparison.SAME
            : TextComparison.UNDECIDED;
  }

  private TextComparison compareRegions(AccountRegion other, boolean sameProvider) {
    Value thisRegion = region();
    Value otherRegion = other.region();
    if (thisRegion instanceof Value.Null && otherRegion instanceof Value.Null && sameProvider) {
      return TextComparison.SAME;
    }
    boolean comparable =
        TextComparison.asText(thisRegion) != null && TextComparison.asText(otherRegion) != null;
    return comparable ? TextComparison.of(thisRegion, otherRegion) : TextComparison.UNDECIDED;
  }

  /** The same for looking at several stacks. */
  public StackFacts.Target facts() {
    return new StackFacts.Target(Properties.known(region()), provider.accounts());
  }
}
