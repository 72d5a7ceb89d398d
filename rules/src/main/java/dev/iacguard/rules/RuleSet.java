package dev.iacguard.rules;

import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.rules.check.InputRules;
import dev.iacguard.rules.check.InvalidLogDestination;
import dev.iacguard.rules.check.LogFormatLacksRequiredField;
import dev.iacguard.rules.check.LogGroupNeverExpires;
import dev.iacguard.rules.check.LogGroupRetentionOutsidePolicy;
import dev.iacguard.rules.check.LogGroupWithoutRequiredTags;
import dev.iacguard.rules.check.LoggingRoleCannotWrite;
import dev.iacguard.rules.check.LoggingRoleNotApproved;
import dev.iacguard.rules.check.LoggingRoleNotAssumable;
import dev.iacguard.rules.check.LoggingRoleNotSet;
import dev.iacguard.rules.check.LoggingRoleTooPermissive;
import dev.iacguard.rules.check.StageCreatedWithoutAccessLog;
import dev.iacguard.rules.check.StageWithoutAccessLog;
import dev.iacguard.rules.check.StageWithoutRequiredTags;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.LogTarget;
import dev.iacguard.rules.view.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every built-in rule, by what it judges. */
final class RuleSet {
  static final List<Rule<Stage, Policy>> STAGE =
      List.of(
          new StageWithoutAccessLog(),
          new StageCreatedWithoutAccessLog(),
          new InvalidLogDestination(),
          new LogFormatLacksRequiredField(),
          new StageWithoutRequiredTags());

  static final List<Rule<LogTarget, Policy>> LOG_TARGET =
      List.of(
          new LogGroupNeverExpires(),
          new LogGroupRetentionOutsidePolicy(),
          new LogGroupWithoutRequiredTags());

  static final List<Rule<AccountSetting, Policy>> ACCOUNT =
      List.of(
          new LoggingRoleNotSet(),
          new LoggingRoleNotApproved(),
          new LoggingRoleNotAssumable(),
          new LoggingRoleTooPermissive(),
          new LoggingRoleCannotWrite());

  private RuleSet() {}

  /** Sorted by id. */
  static List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>(InputRules.INFOS);
    STAGE.forEach(rule -> infos.add(rule.info()));
    LOG_TARGET.forEach(rule -> infos.add(rule.info()));
    ACCOUNT.forEach(rule -> infos.add(rule.info()));
    infos.sort(Comparator.comparing(RuleInfo::id));
    return List.copyOf(infos);
  }
}
