package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.report.StageIdentity;
import dev.iacguard.core.rule.report.StageIdentity.Settings;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a stage is deployed with the access log that the code declares. */
public final class DeployedStageDiffers extends Rule<DeployedStage, Policy> {
  private static final String YES = "yes";
  private static final String NO = "no";

  DeployedStageDiffers() {
    super(
        "IG405",
        "deployed-stage-differs",
        "Deployed stage differs from the code",
        Severity.WARNING);
  }

  /** Only where it is one stage of the code and no other. */
  @Override
  public Outcome check(DeployedStage deployed, Policy policy) {
    if (deployed.sure().size() != 1 || !deployed.possible().isEmpty()) {
      return Outcome.notApplicable();
    }
    StageIdentity code = deployed.sure().get(0);
    List<String> differences = differences(code.settings(), deployed.stage().settings());
    if (differences.isEmpty()) {
      return Outcome.pass();
    }
    return Outcome.fail(
        Finding.of("deployed stage differs from the code: " + Words.list(differences), code.at())
            .labelled("in " + deployed.account())
            .helped("deploy the code, or declare what is deployed")
            .with(
                List.of(
                    new Related("deployed as " + deployed.stage().id(), deployed.stage().at()))));
  }

  private static List<String> differences(Settings code, Settings deployed) {
    if (code.log().equals(YES) && deployed.log().equals(NO)) {
      return List.of("it has no access log");
    }
    if (code.log().equals(NO) && deployed.log().equals(YES)) {
      return List.of("it has an access log");
    }
    List<String> differences = new ArrayList<>();
    boolean sameGroup = !differ(code.logGroup(), deployed.logGroup());
    if (!sameGroup) {
      differences.add("it logs to " + deployed.logGroup() + " instead of " + code.logGroup());
    }
    if (differ(code.format(), deployed.format())) {
      differences.add("it has a different format");
    }
    if (sameGroup && differ(code.retention(), deployed.retention())) {
      differences.add(
          "its log group "
              + retention(deployed.retention())
              + " instead of "
              + days(code.retention()));
    }
    return differences;
  }

  private static boolean differ(@Nullable Object one, @Nullable Object other) {
    return one != null && other != null && !one.equals(other);
  }

  private static String retention(@Nullable Integer days) {
    return days != null && days == 0 ? "never expires" : "keeps events for " + days(days);
  }

  private static String days(@Nullable Integer days) {
    return days == null || days == 0 ? "never expiring" : days + " days";
  }
}
