package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.AccessLogRemedy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.value.GeneratedFile;
import org.jspecify.annotations.Nullable;

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
        ? Outcome.fail(fail.finding().fixedBy(fix(stage, policy)))
        : outcome;
  }

  static boolean isOfServerlessFramework(Stage stage) {
    return GeneratedFile.isOfServerlessFramework(stage.resource().span().path());
  }

  /** Terraform has no place for it: the stage has to be declared, and it is there already. */
  private static Fix fix(Stage stage, Policy policy) {
    if (isOfServerlessFramework(stage)) {
      return new Fix.Withheld(help(stage));
    }
    @Nullable Fix fix = AccessLogRemedy.ofCreated(stage, policy);
    if (fix != null) {
      return fix;
    }
    return new Fix.Withheld(
        stage.resource().isOfTemplate() ? help(stage) : help(stage) + "; " + adoption(stage));
  }

  private static String adoption(Stage stage) {
    String api = stage.apiId() == null ? "API_ID" : stage.apiId();
    String name = stage.name() == null ? "STAGE_NAME" : stage.name();
    return "where it exists, adopt it with 'terraform import ADDRESS " + api + "/" + name + "'";
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
