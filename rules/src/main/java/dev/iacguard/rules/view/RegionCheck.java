package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.link.Arn;
import dev.iacguard.rules.view.value.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the account and Region of a stage with those of its log destination. Plans and states
 * have the account and Region of a deployed stage in its {@code execution_arn}.
 */
final class RegionCheck {
  private final Scenario scenario;
  private final Resource stage;

  RegionCheck(Scenario scenario, Resource stage) {
    this.scenario = scenario;
    this.stage = stage;
  }

  /** Completes "the destination …"; null when nothing is known to be wrong. */
  @Nullable String objection(Value written, Destination destination) {
    Arn deployed = arn(scenario.resolve(stage.get("execution_arn")));
    String stageRegion = region(stage);
    stageRegion = stageRegion == null && deployed != null ? told(deployed.region()) : stageRegion;
    String destinationRegion =
        destination instanceof Destination.LogGroup log ? region(log.group().resource()) : null;
    Arn arn = arn(written);
    if (arn != null && told(arn.region()) != null) {
      destinationRegion = arn.region();
    }
    if (stageRegion != null
        && destinationRegion != null
        && !stageRegion.equals(destinationRegion)) {
      return "is in " + destinationRegion + ", the stage in " + stageRegion;
    }
    String account = arn == null ? null : told(arn.account());
    String home = deployed == null ? onlyAccount() : told(deployed.account());
    if (account != null && home != null && !account.equals(home)) {
      return "is in account " + account + ", the stage in " + home;
    }
    String partition = arn == null ? null : arn.partition();
    String region = stageRegion == null ? destinationRegion : stageRegion;
    return partition != null && region != null && !partition.equals(partition(region))
        ? "is in partition " + partition + ", but " + region + " is in " + partition(region)
        : null;
  }

  /** The account that the code, or an export, names. */
  private @Nullable String onlyAccount() {
    Set<String> accounts = stage.attributes().provider().accounts();
    return accounts.size() == 1 ? accounts.iterator().next() : null;
  }

  private static @Nullable Arn arn(Value value) {
    return value instanceof Value.Text text && !text.parts().isEmpty() ? Arn.parse(text) : null;
  }

  /** Null for what is not known, or left out: a provider may be told not to look. */
  private static @Nullable String told(@Nullable String segment) {
    return segment == null || segment.isEmpty() ? null : segment;
  }

  /** The Region that the code puts a resource into, or null. */
  private @Nullable String region(Resource resource) {
    return Properties.known(scenario.resolve(resource.get("region")));
  }

  /** The partition of a Region (AWS General Reference). */
  private static String partition(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    if (region.startsWith("us-iso-")) {
      return "aws-iso";
    }
    if (region.startsWith("us-isob-")) {
      return "aws-iso-b";
    }
    return region.startsWith("eusc-") ? "aws-eusc" : "aws";
  }
}
