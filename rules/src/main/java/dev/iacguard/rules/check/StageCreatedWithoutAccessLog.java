package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.value.GeneratedFile;

/** Checks that a stage which another resource creates implicitly has an access log. */
public final class StageCreatedWithoutAccessLog extends Rule<Stage, Policy> {
  public StageCreatedWithoutAccessLog() {
    super(
        "IG102",
        "stage-created-without-access-log",
        "Implicitly created stage has no access log",
        Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, Policy policy) {
    return stage.declared().isWrittenAsStage()
        ? Outcome.notApplicable()
        : StageWithoutAccessLog.judge(stage.accessLog(), stage.resource(), help(stage));
  }

  static boolean isOfServerlessFramework(Stage stage) {
    return GeneratedFile.isOfServerlessFramework(stage.resource().span().path());
  }

  private static String help(Stage stage) {
    if (isOfServerlessFramework(stage)) {
      return "set provider.logs.restApi.accessLogging and format in serverless.yml";
    }
    return switch (stage.declared().kind()) {
      case "sam-extra" ->
          "set OpenApiVersion: 3.0.1 so that SAM does not add a stage named \"Stage\"";
      case "quick-create" -> "remove the target and declare the stage as a resource";
      default -> "remove the stage name from the deployment and declare a stage resource";
    };
  }
}
