package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageIdentity;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.AccountRegion;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.value.Properties;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads how a stage is named, for comparing code with exports. */
public final class StageIdentities {
  private static final String LOGICAL_ID = "aws:cloudformation:logical-id";

  private StageIdentities() {}

  /** What one scenario says. */
  private record Names(
      @Nullable String apiId,
      @Nullable String apiName,
      @Nullable String stageName,
      @Nullable String apiLogicalId,
      @Nullable String stageLogicalId,
      @Nullable String format) {}

  public static StageIdentity of(GatewayView view, DeclaredStage declared, StageFacts facts) {
    Scenarios.Cases<Optional<Names>> cases =
        Scenarios.explore(view.work(), scenario -> names(view, scenario, declared));
    List<Names> seen =
        cases.complete()
            ? cases.cases().stream().flatMap(each -> each.answer().stream()).distinct().toList()
            : List.of();
    return new StageIdentity(
        facts.stack(),
        facts.id(),
        facts.api(),
        common(seen, Names::apiId),
        common(seen, Names::apiName),
        common(seen, Names::stageName),
        common(seen, Names::apiLogicalId),
        common(seen, Names::stageLogicalId),
        AccountRegion.of(declared.resource()).facts(),
        declared.resource().header(),
        settings(facts, common(seen, Names::format)));
  }

  private static StageIdentity.Settings settings(StageFacts facts, @Nullable String format) {
    StageFacts.LogGroup group = facts.logGroup();
    Integer retention =
        group == null || !group.declared()
            ? null
            : group.retention().equals("never") ? Integer.valueOf(0) : group.retentionDays();
    boolean settled = facts.overridable().isEmpty();
    return new StageIdentity.Settings(
        facts.accessLog().status(),
        group == null || !settled ? null : group.name(),
        settled ? format : null,
        settled ? retention : null);
  }

  private static @Nullable String common(List<Names> seen, Function<Names, @Nullable String> name) {
    List<String> values = seen.stream().map(name).distinct().limit(2).toList();
    return values.size() == 1 ? values.get(0) : null;
  }

  private static Optional<Names> names(
      GatewayView view, Scenario scenario, DeclaredStage declared) {
    return view.existing(scenario, declared).map(stage -> names(view, stage));
  }

  private static Names names(GatewayView view, Stage stage) {
    Resource api = stage.apiResource();
    Resource resource = stage.resource();
    String apiLogicalId = null;
    String stageLogicalId = null;
    if (view.isDeployed()) {
      apiLogicalId = api == null ? null : Properties.known(api.get("LogicalId"));
      Value tag = stage.tags().entries().get(LOGICAL_ID);
      stageLogicalId = tag == null ? null : Properties.known(tag);
    } else if (resource.isOfTemplate() && resource.address().prefix().isEmpty()) {
      apiLogicalId = logicalId(api);
      stageLogicalId = logicalId(resource);
    }
    return new Names(
        stage.apiId(),
        stage.apiName(),
        stage.name(),
        apiLogicalId,
        stageLogicalId,
        stage.accessLog() instanceof AccessLog.Written log && log.hasFormat()
            ? format(stage, log)
            : null);
  }

  private static @Nullable String logicalId(@Nullable Resource resource) {
    return resource == null || resource.generated() != null ? null : resource.address().name();
  }

  private static @Nullable String format(Stage stage, AccessLog.Written log) {
    String text = Properties.known(stage.scenario().resolve(log.format()));
    return text == null ? null : text.strip();
  }
}
