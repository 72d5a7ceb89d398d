package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.core.rule.scenario.Scenarios.Cases;
import dev.iacguard.rules.config.Policies;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies of a stack's stages, some of which may be chosen by the stage's name. */
public final class StagePolicies {
  private final GatewayView view;
  private final Policies.OfStack policies;
  private final Policy all;
  private final Map<DeclaredStage, Optional<String>> names = new HashMap<>();

  public StagePolicies(GatewayView view, Policies.OfStack policies) {
    this.view = view;
    this.policies = policies;
    this.all = policies.all();
  }

  /** For what is no stage's own. */
  public Policy all() {
    return all;
  }

  /** What is wrong with the policies that have been asked for. */
  public Collection<Problem> problems() {
    return policies.problems();
  }

  public Policy of(DeclaredStage stage) {
    return of(List.of(stage));
  }

  /** For what these stages share. */
  public Policy of(List<DeclaredStage> stages) {
    if (!policies.dependOnStage()) {
      return all;
    }
    List<@Nullable String> called = new ArrayList<>();
    stages.forEach(stage -> called.add(names.computeIfAbsent(stage, this::name).orElse(null)));
    return policies.of(called);
  }

  /** Empty when the name is not known, or not the same in all scenarios. */
  private Optional<String> name(DeclaredStage stage) {
    Cases<Optional<String>> scenarios =
        Scenarios.explore(
            view.work(), scenario -> Optional.ofNullable(view.stage(scenario, stage).name()));
    Optional<String> first = scenarios.cases().get(0).answer();
    boolean same = scenarios.cases().stream().allMatch(scenario -> scenario.answer().equals(first));
    return same && scenarios.complete() ? first : Optional.empty();
  }
}
