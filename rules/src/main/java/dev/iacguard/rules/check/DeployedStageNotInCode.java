package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;

/** Checks that the code declares every stage that exports show. */
public final class DeployedStageNotInCode extends Rule<DeployedStage, Policy> {
  private static final String QUESTION = "whether the code declares the deployed stage";
  private static final int MOST_SHOWN = 3;

  DeployedStageNotInCode() {
    super(
        "IG404",
        "deployed-stage-not-in-code",
        "Deployed stage is not declared in the code",
        Severity.WARNING);
  }

  @Override
  public Outcome check(DeployedStage deployed, Policy policy) {
    if (!deployed.sure().isEmpty()) {
      return Outcome.pass();
    }
    Origin at = Origin.at(deployed.stage().at());
    if (!deployed.possible().isEmpty()) {
      String first = deployed.possible().get(0).id();
      Uncertainty uncertainty =
          new Uncertainty(
              first + " may be it",
              "give the names of the API and the stage values that are known, or check a plan or"
                  + " state",
              at);
      return Outcome.unknown(
          Words.openQuestion(QUESTION, uncertainty)
              .with(
                  deployed.possible().stream()
                      .limit(MOST_SHOWN)
                      .map(stage -> new Related("may be " + stage.id(), stage.at()))
                      .toList()));
    }
    if (!deployed.unseen().isEmpty()) {
      return Words.cannotTell(QUESTION, new Uncertainty(deployed.unseen(), "", at));
    }
    return Outcome.fail(
        Finding.of(
                deployed.stage().name() + " is deployed and not declared in the code",
                deployed.stage().at())
            .labelled("in " + deployed.account())
            .helped("declare it, or delete it; if other code declares it, check both together"));
  }
}
