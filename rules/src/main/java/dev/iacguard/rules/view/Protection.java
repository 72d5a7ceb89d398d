package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.value.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource is kept when its declaration is removed from the code.
 *
 * @param stays true when something is sure to keep it
 * @param uncertainty what may keep it, when nothing is sure to
 */
public record Protection(boolean stays, @Nullable Uncertainty uncertainty) {
  private static final Set<String> KEEPING = Set.of("Retain", "RetainExceptOnCreate");

  static Protection of(Scenario scenario, Resource resource) {
    List<Value> switches = new ArrayList<>();
    if (resource.isOfTemplate()) {
      Value policy = scenario.resolve(resource.get("DeletionPolicy"));
      if (policy instanceof Value.Text text && KEEPING.contains(String.valueOf(text.known()))) {
        return new Protection(true, null);
      }
      switches.add(policy);
      switches.add(scenario.resolve(resource.get("DeletionProtectionEnabled")));
    } else {
      switches.add(scenario.resolve(resource.get("skip_destroy")));
      switches.add(scenario.resolve(resource.get("deletion_protection_enabled")));
      switches.add(Properties.at(scenario, resource, List.of("lifecycle", "prevent_destroy")));
    }
    Uncertainty uncertainty = null;
    for (Value value : switches) {
      if (Properties.isTrue(value)) {
        return new Protection(true, null);
      }
      if (value instanceof Value.Unknown unknown) {
        uncertainty = Uncertainty.about(unknown);
      }
    }
    return new Protection(false, uncertainty);
  }
}
