package dev.iacguard.rules;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Worlds;
import dev.iacguard.core.rule.Worlds.Cases;
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
final class StagePolicies {
  private final GatewayView view;
  private final Policies.OfStack policies;
  private final Policy all;
  private final Map<DeclaredStage, Optional<String>> names = new HashMap<>();

  StagePolicies(GatewayView view, Policies.OfStack policies) {
    this.view = view;
    this.policies = policies;
    this.all = policies.all();
  }

  /** For what is no stage's own. */
  Policy all() {
    return all;
  }

  /** What is wrong with the policies that have been asked for. */
  Collection<Problem> problems() {
    return policies.problems();
  }

  Policy of(DeclaredStage stage) {
    return of(List.of(stage));
  }

  /** For what these stages share. */
  Policy of(List<DeclaredStage> stages) {
    if (!policies.dependOnStage()) {
      return all;
    }
    List<@Nullable String> called = new ArrayList<>();
    stages.forEach(stage -> called.add(names.computeIfAbsent(stage, this::name).orElse(null)));
    return policies.of(called);
  }

  /** Empty when the name is not known, or not the same in all worlds. */
  private Optional<String> name(DeclaredStage stage) {
    Cases<Optional<String>> worlds =
        Worlds.explore(view.work(), world -> Optional.ofNullable(view.stage(world, stage).name()));
    Optional<String> first = worlds.cases().get(0).answer();
    boolean same = worlds.cases().stream().allMatch(world -> world.answer().equals(first));
    return same && worlds.complete() ? first : Optional.empty();
  }
}
