package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;

/** Checks that a stage which another resource creates implicitly has an access log. */
public final class StageCreatedWithoutAccessLog implements Rule<Stage, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG102",
          "stage-created-without-access-log",
          "Stage that is made by the way does not write an access log",
          Severity.ERROR);

  /** Where the Serverless Framework writes its template. */
  private static final String SERVERLESS_FRAMEWORK = ".serverless/";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Outcome check(Stage stage, Policy policy) {
    return stage.declared().isWrittenAsStage()
        ? Outcome.notApplicable()
        : StageWithoutAccessLog.judge(stage.accessLog(), stage.resource(), help(stage));
  }

  private static String help(Stage stage) {
    if (stage.resource().span().path().contains(SERVERLESS_FRAMEWORK)) {
      return "set provider.logs.restApi in serverless.yml, with accessLogging and a format";
    }
    return switch (stage.declared().kind()) {
      case "sam-extra" -> "set OpenApiVersion, so that SAM does not make a stage named Stage";
      case "quick-create" -> "declare the stage yourself instead of giving the API a target";
      default -> "leave the stage's name out of the deployment and declare the stage yourself";
    };
  }
}
