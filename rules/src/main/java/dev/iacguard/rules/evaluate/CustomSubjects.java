package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.custom.CustomRules;
import dev.iacguard.rules.custom.SeenResource;
import dev.iacguard.rules.custom.SeenStack;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import java.util.List;
import java.util.Optional;

/**
 * Collects the subjects that only custom rules judge: stacks with stages, and resources of any
 * type.
 */
public final class CustomSubjects {
  private final GatewayView view;
  private final Stack stack;
  private final Subjects subjects;
  private final CustomRules rules;

  public CustomSubjects(GatewayView view, Stack stack, Subjects subjects, CustomRules rules) {
    this.view = view;
    this.stack = stack;
    this.subjects = subjects;
    this.rules = rules;
  }

  public void judge(List<DeclaredStage> stages) {
    if (!stages.isEmpty()) {
      Span at = stages.get(0).resource().header();
      subjects.judge(
          rules.ofStacks(),
          new Subject("stack", stack.name(), "", stack.name(), List.of()),
          at,
          scenario -> Optional.of(new SeenStack(stack, scenario, seen(scenario, stages), at)));
    }
    for (String type : rules.resourceTypes()) {
      for (Resource resource : stack.resources(type)) {
        subjects.judge(
            rules.ofResources(type),
            subjects.subject("resource", resource, ""),
            resource.header(),
            scenario ->
                scenario.holds(resource.exists())
                    ? Optional.of(new SeenResource(resource, scenario))
                    : Optional.empty());
      }
    }
  }

  private List<Stage> seen(Scenario scenario, List<DeclaredStage> stages) {
    return stages.stream().flatMap(stage -> view.existing(scenario, stage).stream()).toList();
  }
}
