package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.core.rule.scenario.Decision;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.core.rule.scenario.Scenarios.Case;
import dev.iacguard.core.rule.scenario.Scenarios.Cases;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage in every scenario, and the one of them that stands for all. */
final class StageSnapshots {
  private final Cases<Optional<StageSnapshot>> scenarios;
  private final List<StageSnapshot> there;
  private final List<StageSnapshot> logging;

  private StageSnapshots(Cases<Optional<StageSnapshot>> scenarios) {
    this.scenarios = scenarios;
    this.there =
        scenarios.cases().stream().flatMap(scenario -> scenario.answer().stream()).toList();
    this.logging = there.stream().filter(StageSnapshot::on).toList();
  }

  static StageSnapshots of(GatewayView view, DeclaredStage declared) {
    return new StageSnapshots(
        Scenarios.explore(view.work(), scenario -> StageSnapshot.of(view, scenario, declared)));
  }

  /** The first that logs, or else the first; null when the stage is there in no scenario. */
  @Nullable StageSnapshot shown() {
    if (there.isEmpty()) {
      return null;
    }
    return logging.isEmpty() ? there.get(0) : logging.get(0);
  }

  /** The inputs whose defaults it rests on in some scenario, sorted. */
  List<String> defaults() {
    return there.stream()
        .flatMap(scenario -> scenario.defaults().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Where the stage that is shown logs to. A retention that is not the same in all scenarios is not
   * known, unless the defaults of the inputs say which it is.
   */
  @Nullable LogGroup logGroup() {
    StageSnapshot shown = shown();
    LogGroup group = shown == null ? null : shown.logGroup();
    if (shown == null || group == null) {
      return null;
    }
    boolean same =
        scenarios.complete() && logging.stream().allMatch(other -> other.keepsLike(group));
    return same || isByDefault(shown)
        ? group
        : new LogGroup(
            group.resource(), group.declared(), group.name(), null, "unknown", group.tags());
  }

  private boolean isByDefault(StageSnapshot shown) {
    Case<Optional<StageSnapshot>> first = scenarios.cases().get(0);
    return first.answer().equals(Optional.of(shown))
        && first.decisions().stream().allMatch(Decision::isByDefault);
  }
}
