package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something stays when its declaration is taken out of the code.
 *
 * @param stays true when something is sure to keep it
 * @param doubt what may keep it, when nothing is sure to
 */
public record Protection(boolean stays, @Nullable Doubt doubt) {
  private static final Set<String> KEEPING = Set.of("Retain", "RetainExceptOnCreate");

  static Protection of(World world, Resource resource) {
    List<Value> switches = new ArrayList<>();
    if (resource.isOfTemplate()) {
      Value policy = world.settle(resource.get("DeletionPolicy"));
      if (policy instanceof Value.Text text && KEEPING.contains(String.valueOf(text.known()))) {
        return new Protection(true, null);
      }
      switches.add(policy);
      switches.add(world.settle(resource.get("DeletionProtectionEnabled")));
    } else {
      switches.add(world.settle(resource.get("skip_destroy")));
      switches.add(world.settle(resource.get("deletion_protection_enabled")));
      switches.add(Properties.at(world, resource, List.of("lifecycle", "prevent_destroy")));
    }
    Doubt doubt = null;
    for (Value value : switches) {
      if (Properties.isTrue(value)) {
        return new Protection(true, null);
      }
      if (value instanceof Value.Unknown unknown) {
        doubt = Doubt.about(unknown);
      }
    }
    return new Protection(false, doubt);
  }
}
