package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.Remedies;
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
    if (stage.declared().isWrittenAsStage()) {
      return Outcome.notApplicable();
    }
    Outcome outcome = StageWithoutAccessLog.judge(stage, policy, help(stage));
    return outcome instanceof Outcome.Fail fail
        ? Outcome.fail(fail.finding().fixedBy(fix(stage)))
        : outcome;
  }

  static boolean isOfServerlessFramework(Stage stage) {
    return GeneratedFile.isOfServerlessFramework(stage.resource().span().path());
  }

  /** Without the extra stage there is nothing to log; the others are replaced by hand. */
  private static Fix fix(Stage stage) {
    return stage.declared().kind().equals("sam-extra")
        ? Remedies.openApiVersion(stage.resource())
        : new Fix.Withheld(help(stage));
  }

  private static String help(Stage stage) {
    if (isOfServerlessFramework(stage)) {
      return "set provider.logs.restApi.accessLogging and format in serverless.yml";
    }
    return switch (stage.declared().kind()) {
      case "sam-extra" ->
          "set OpenApiVersion: 3.0.1 so that SAM does not add a stage named \"Stage\"";
      case "quick-create" ->
          stage.declared().isTemplate()
              ? "add a resource AWS::ApiGatewayV2::ApiGatewayManagedOverrides with the settings"
              : "remove the target and declare the stage as a resource";
      default ->
          stage.declared().isTemplate()
              ? "add StageDescription.AccessLogSetting, or declare the stage as a resource"
              : "remove stage_name from the deployment and declare the stage as a resource";
    };
  }
}
