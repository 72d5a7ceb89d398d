package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stage in one scenario.
 *
 * @param on whether requests are logged
 * @param defaults the inputs whose defaults it rests on
 */
record StageSnapshot(
    @Nullable String name,
    ApiKind api,
    boolean on,
    StageFacts.@Nullable Destination destination,
    @Nullable LogGroup logGroup,
    StageFacts.Tags tags,
    Set<String> defaults) {

  /** Empty where the stage is not there. */
  static Optional<StageSnapshot> of(GatewayView view, Scenario scenario, DeclaredStage declared) {
    return view.existing(scenario, declared).map(StageSnapshot::of);
  }

  private static StageSnapshot of(Stage stage) {
    StageFacts.Destination destination = null;
    LogGroup group = null;
    Destination leadsTo = null;
    AccessLog log = stage.accessLog();
    if (log instanceof AccessLog.Written written && written.hasDestination()) {
      leadsTo = stage.destination(written);
      destination = Facts.destination(leadsTo, written.destination());
      group = Facts.logGroup(leadsTo);
    }
    return new StageSnapshot(
        stage.name(),
        stage.api(),
        log.isOn(),
        destination,
        group,
        Facts.tags(stage.tags()),
        DefaultsUsed.of(stage, log, leadsTo).defaults());
  }

  /** Whether its log group keeps events as long as another; a refused stage keeps nothing. */
  boolean keepsLike(LogGroup other) {
    if (destination != null && destination.kind().equals("invalid")) {
      return true;
    }
    return logGroup != null
        && Objects.equals(logGroup.retentionDays(), other.retentionDays())
        && logGroup.retention().equals(other.retention());
  }
}
