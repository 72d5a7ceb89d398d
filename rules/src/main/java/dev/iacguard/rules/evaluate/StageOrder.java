package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.view.AccountSetting.Unordered;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order in which the engine makes stages and sets the account's role. */
final class StageOrder {
  private final GatewayView view;
  private final List<DeclaredStage> stages;
  private final List<Resource> settings;
  private final StageSettings matched;
  private final Map<Address, Unordered> orders = new HashMap<>();
  private final Set<Address> blamed = new HashSet<>();
  private @Nullable List<DeclaredStage> logging;

  StageOrder(
      GatewayView view,
      List<DeclaredStage> stages,
      List<Resource> settings,
      StageSettings matched) {
    this.view = view;
    this.stages = stages;
    this.settings = settings;
    this.matched = matched;
  }

  /** Whether a stage may be made before the role is set, in a scenario that was asked about. */
  boolean isBlamed(DeclaredStage stage) {
    return blamed.contains(stage.resource().address());
  }

  /**
   * The stages that may be made before the role is set. A stage with several settings is told of
   * the first of them, and may be made after any.
   */
  Unordered before(Scenario scenario, Resource setting) {
    if (!view.showsOrder()) {
      return Unordered.NONE;
    }
    if (settings.stream().allMatch(each -> each.exists().isEmpty())) {
      return orders.computeIfAbsent(setting.address(), at -> findUnordered(scenario, setting));
    }
    return findUnordered(scenario, setting);
  }

  private Unordered findUnordered(Scenario scenario, Resource setting) {
    Map<Resource, List<Resource>> waiting = new LinkedHashMap<>();
    for (DeclaredStage stage : logging()) {
      List<Resource> earlier = matched.waitedFor(scenario, stage);
      if (!earlier.isEmpty() && earlier.get(0).address().equals(setting.address())) {
        waiting.put(stage.resource(), earlier);
      }
    }
    Unordered found = view.unordered(waiting);
    found.sure().forEach(stage -> blamed.add(stage.address()));
    found.perhaps().forEach(stage -> blamed.add(stage.address()));
    return found;
  }

  private List<DeclaredStage> logging() {
    List<DeclaredStage> cached = logging;
    if (cached == null) {
      cached = stages.stream().filter(this::needsRole).toList();
      logging = cached;
    }
    return cached;
  }

  /** Asked of the scenario in which every condition holds. */
  private boolean needsRole(DeclaredStage declared) {
    return Scenarios.first(
        view.work(),
        scenario -> {
          Stage stage = view.stage(scenario, declared);
          return (stage.api() == ApiKind.REST || stage.api() == ApiKind.WEBSOCKET)
              && stage.accessLog().isOn();
        });
  }
}
