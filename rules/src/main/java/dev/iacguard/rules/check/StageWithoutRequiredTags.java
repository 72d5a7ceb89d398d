package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Stage;

/** Checks that a stage has the tags that the policy requires. */
public final class StageWithoutRequiredTags extends Rule<Stage, Policy> {
  StageWithoutRequiredTags() {
    super("IG109", "stage-without-required-tags", "Stage lacks a required tag", Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, Policy policy) {
    return hasTags(stage)
        ? RequiredTags.judge(
            "stage",
            stage.tags(),
            stage.scenario(),
            policy.stage().requiredTags(),
            stage.declared().isTemplate(),
            policy)
        : Outcome.notApplicable();
  }

  /**
   * True for what can have tags. An implicitly created stage without an access log is left to
   * IG102, which asks for a stage of its own; the Serverless Framework tags its stage by itself.
   */
  private static boolean hasTags(Stage stage) {
    return stage.declared().isWrittenAsStage()
        || (stage.declared().hasPlaceForTags()
            && stage.accessLog() instanceof AccessLog.Written
            && !StageCreatedWithoutAccessLog.isOfServerlessFramework(stage));
  }
}
