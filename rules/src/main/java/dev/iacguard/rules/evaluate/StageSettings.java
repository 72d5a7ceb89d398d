package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.view.AccountRegion;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.role.LoggingRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs the stages of a stack with its account settings. API Gateway has one setting for each
 * account and Region, so that a stage depends on those of its own account and Region only.
 */
public final class StageSettings {
  private static final Own NONE = new Own(List.of(), List.of());

  private final GatewayView view;
  private final Map<Address, Own> ofStage = new HashMap<>();
  private final Map<Address, LoggingRole> roles = new HashMap<>();

  public StageSettings(GatewayView view, List<DeclaredStage> stages, List<Resource> settings) {
    this.view = view;
    Map<Own, Own> shared = new HashMap<>();
    Map<Resource, AccountRegion> places = new LinkedHashMap<>();
    settings.forEach(setting -> places.put(setting, AccountRegion.of(setting)));
    if (settings.isEmpty()) {
      return;
    }
    for (DeclaredStage stage : stages) {
      Own own = own(AccountRegion.of(stage.resource()), places);
      ofStage.put(stage.resource().address(), shared.computeIfAbsent(own, same -> own));
    }
  }

  /**
   * The settings that a stage may depend on.
   *
   * @param sure those of its account and Region
   * @param possible those that may be
   */
  public record Own(List<Resource> sure, List<Resource> possible) {}

  private static Own own(AccountRegion stage, Map<Resource, AccountRegion> settings) {
    List<Resource> sure = new ArrayList<>();
    List<Resource> possible = new ArrayList<>();
    settings.forEach(
        (setting, place) -> {
          switch (stage.compare(place)) {
            case SAME -> sure.add(setting);
            case UNDECIDED -> possible.add(setting);
            case DIFFERENT -> {}
          }
        });
    return new Own(List.copyOf(sure), List.copyOf(possible));
  }

  public Own of(DeclaredStage stage) {
    return ofStage.getOrDefault(stage.resource().address(), NONE);
  }

  /** The role of a setting, in the first scenario. */
  public LoggingRole role(Resource setting) {
    return roles.computeIfAbsent(
        setting.address(),
        at -> Scenarios.first(view.work(), scenario -> view.role(scenario, setting)));
  }

  /**
   * The settings of a stage's account and Region after which it can be made, in a scenario: those
   * with a role; all of them when none has one.
   */
  public List<Resource> waitedFor(Scenario scenario, DeclaredStage stage) {
    List<Resource> there =
        of(stage).sure().stream().filter(setting -> scenario.holds(setting.exists())).toList();
    List<Resource> good = there.size() < 2 ? there : there.stream().filter(this::setsRole).toList();
    return good.isEmpty() ? there : good;
  }

  private boolean setsRole(Resource setting) {
    return switch (role(setting)) {
      case LoggingRole.NotSet none -> false;
      case LoggingRole.Invalid invalid -> false;
      default -> true;
    };
  }
}
