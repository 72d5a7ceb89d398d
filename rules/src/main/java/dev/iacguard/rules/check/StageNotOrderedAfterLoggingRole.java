package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import java.util.List;

/** A stage that is made before the account has its role is refused, at times. */
public final class StageNotOrderedAfterLoggingRole implements Rule<AccountSetting, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG306",
          "stage-not-ordered-after-logging-role",
          "Stage may be made before the account's logging role is set",
          Severity.WARNING);

  private static final int MOST_SHOWN = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Outcome check(AccountSetting setting, Policy policy) {
    if (!(setting instanceof AccountSetting.Declared declared)) {
      return Outcome.notApplicable();
    }
    List<Resource> sure = declared.stages().sure();
    List<Resource> perhaps = declared.stages().perhaps();
    if (!sure.isEmpty()) {
      return Outcome.fail(finding(declared.resource(), sure));
    }
    return perhaps.isEmpty()
        ? Outcome.pass()
        : Words.cannotTell(
            "whether the account's role is set before " + perhaps.get(0).address() + " is made",
            new Uncertainty(
                "it waits for what is not looked into",
                "wait for the account setting itself",
                Origin.at(perhaps.get(0).header())));
  }

  private static Finding finding(Resource setting, List<Resource> stages) {
    String subject = stages.size() == 1 ? "stage may be" : stages.size() + " stages may be";
    boolean template = setting.isOfTemplate();
    return Finding.of(
            subject + " made before the account's logging role is set", stages.get(0).header())
        .helped(
            "add "
                + setting.address().name()
                + " to its "
                + (template ? "DependsOn" : "depends_on"))
        .with(
            stages.stream()
                .skip(1)
                .limit(MOST_SHOWN)
                .map(stage -> new Related("so may " + stage.address(), stage.header()))
                .toList());
  }
}
