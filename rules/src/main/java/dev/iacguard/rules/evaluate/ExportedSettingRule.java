package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.Policy.RoleOwner;
import dev.iacguard.rules.view.AccountSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks a rule on the account setting about the settings that exports show, where the stack has none
 * of its own and need not have one.
 */
final class ExportedSettingRule extends Rule<AccountSetting, Policy> {
  private final Rule<AccountSetting, Policy> rule;

  private ExportedSettingRule(Rule<AccountSetting, Policy> rule) {
    super(rule.info());
    this.rule = rule;
  }

  static List<Rule<AccountSetting, Policy>> over(List<Rule<AccountSetting, Policy>> rules) {
    List<Rule<AccountSetting, Policy>> over = new ArrayList<>();
    rules.forEach(rule -> over.add(new ExportedSettingRule(rule)));
    return over;
  }

  @Override
  public Outcome check(AccountSetting setting, Policy policy) {
    return setting instanceof AccountSetting.Missing missing
            && missing.needed()
            && missing.possible() == null
            && !missing.exported().isEmpty()
            && policy.loggingRole().owner() != RoleOwner.STACK
        ? together(missing, policy)
        : rule.check(setting, policy);
  }

  /** One answer for every account that the stack may be deployed to; unknown where they differ. */
  private Outcome together(AccountSetting.Missing missing, Policy policy) {
    List<String> failing = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Outcome heaviest = Outcome.notApplicable();
    for (AccountSetting.Exported exported : missing.exported()) {
      Outcome outcome =
          exported.setting() == null
              ? rule.check(missing, policy)
              : rule.check(exported.setting(), policy);
      Outcome placed = exported.setting() == null ? outcome : placed(outcome, exported, missing);
      heaviest = weight(placed) > weight(heaviest) ? placed : heaviest;
      (placed instanceof Outcome.Fail ? failing : others).add(exported.account());
    }
    return failing.isEmpty() || others.isEmpty()
        ? heaviest
        : Outcome.unknown(differing(missing.stage(), failing, others));
  }

  private static int weight(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotApplicable none -> 0;
      case Outcome.Pass pass -> 1;
      case Outcome.Unknown unknown -> 2;
      case Outcome.Fail fail -> 3;
    };
  }

  /** The finding at the stage that needs the role, with the place in the export beside it. */
  private static Outcome placed(
      Outcome outcome, AccountSetting.Exported exported, AccountSetting.Missing missing) {
    return switch (outcome) {
      case Outcome.Fail fail -> Outcome.fail(placed(fail.finding(), exported, missing));
      case Outcome.Unknown unknown -> Outcome.unknown(placed(unknown.finding(), exported, missing));
      default -> outcome;
    };
  }

  private static Finding placed(
      Finding finding, AccountSetting.Exported exported, AccountSetting.Missing missing) {
    Span at = missing.stage().header();
    Related export = new Related("exported from " + exported.account(), finding.at());
    return Finding.of(finding.message(), at)
        .labelled("needs the role to log")
        .helped(finding.help())
        .weighing(finding.severity())
        .with(Stream.concat(Stream.of(export), finding.related().stream()).toList());
  }

  private Finding differing(Resource stage, List<String> failing, List<String> others) {
    return Finding.of(
            "cannot tell which account the stack is deployed to: "
                + info().name()
                + " is true of "
                + String.join(", ", failing)
                + " and not of "
                + String.join(", ", others),
            stage.header())
        .because(Origin.at(stage.header()))
        .helped(
            "name the account in the code (allowed_account_ids, assume_role), or export only it");
  }
}
