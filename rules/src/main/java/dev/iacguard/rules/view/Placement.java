package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import org.jspecify.annotations.Nullable;

/** Compares where a stage is with where its access log goes. */
final class Placement {
  private final World world;
  private final Resource stage;

  Placement(World world, Resource stage) {
    this.world = world;
    this.stage = stage;
  }

  /** Completes "the destination …"; null when nothing is known to be wrong. */
  @Nullable String objection(Value written, Destination destination) {
    String own = region(stage);
    String other =
        destination instanceof Destination.LogGroup log ? region(log.group().resource()) : null;
    String partition = null;
    if (written instanceof Value.Text text && !text.parts().isEmpty()) {
      Arn arn = Arn.parse(text);
      if (arn != null) {
        other = arn.region() == null || arn.region().isEmpty() ? other : arn.region();
        partition = arn.partition();
      }
    }
    if (own != null && other != null && !own.equals(other)) {
      return "lies in " + other + ", the stage in " + own;
    }
    String region = own == null ? other : own;
    return partition != null && region != null && !partition.equals(partition(region))
        ? "is of the partition " + partition + ", but " + region + " lies in " + partition(region)
        : null;
  }

  /** The Region that the code puts a resource into, or null. */
  private @Nullable String region(Resource resource) {
    return Properties.known(world.settle(resource.get("region")));
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
