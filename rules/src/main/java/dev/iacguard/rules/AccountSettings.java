package dev.iacguard.rules;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.World;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.ApiKind;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account's logging role as a stack sets it, or does not. */
final class AccountSettings {
  private final GatewayView view;
  private final Subjects subjects;
  private final List<DeclaredStage> stages;
  private final List<Resource> settings;
  private final List<Verdict> verdicts = new ArrayList<>();

  AccountSettings(GatewayView view, Subjects subjects, List<DeclaredStage> stages) {
    this.view = view;
    this.subjects = subjects;
    this.stages = stages;
    this.settings = view.accountSettings();
  }

  /** Judges each setting of the stack, or that there is none. */
  void judge(String stack) {
    for (Resource setting : settings) {
      judge(subjects.subject("account", setting, ""), setting);
    }
    if (settings.isEmpty() && !stages.isEmpty()) {
      judge(new Subject("account", stack, "", stack, List.of()), null);
    }
  }

  private void judge(Subject subject, @Nullable Resource setting) {
    Resource place = setting == null ? stages.get(0).resource() : setting;
    verdicts.addAll(
        subjects.judge(RuleSet.ACCOUNT, subject, place.header(), world -> setting(world, setting)));
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /** The first setting, or null when the stack has none. */
  @Nullable Resource first() {
    return settings.isEmpty() ? null : settings.get(0);
  }

  /** Empty in worlds without a stage that needs the role. */
  private Optional<AccountSetting> setting(World world, @Nullable Resource setting) {
    Resource needing = null;
    boolean sure = false;
    for (DeclaredStage declared : stages) {
      Stage stage = view.stage(world, declared);
      if (!sure && stage.exists() && stage.api() != ApiKind.HTTP) {
        needing = declared.resource();
        sure = stage.api() != ApiKind.UNKNOWN;
      }
    }
    if (needing == null) {
      return Optional.empty();
    }
    return Optional.of(
        setting != null && world.holds(setting.exists())
            ? new AccountSetting.Declared(setting, view.role(world, setting))
            : new AccountSetting.Missing(sure, needing));
  }
}
