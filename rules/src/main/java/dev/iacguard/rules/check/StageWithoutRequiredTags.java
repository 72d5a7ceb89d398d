package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;

/** Checks that a stage has the tags that the policy requires. */
public final class StageWithoutRequiredTags extends Rule<Stage, Policy> {
  StageWithoutRequiredTags() {
    super("IG109", "stage-without-required-tags", "Stage lacks a required tag", Severity.ERROR);
  }

  /** Stages that are created implicitly are left to IG102, which asks for a stage of their own. */
  @Override
  public Outcome check(Stage stage, Policy policy) {
    return stage.declared().isWrittenAsStage()
        ? RequiredTags.judge(
            "stage",
            stage.tags(),
            stage.scenario(),
            policy.stage().requiredTags(),
            stage.declared().isTemplate(),
            policy)
        : Outcome.notApplicable();
  }
}
