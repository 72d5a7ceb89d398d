package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StageFacts.AccountRole;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.check.LoggingRoleNotApproved;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.AccountSetting.Unordered;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.LoggingRole;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The account's logging role as a stack sets it, or does not. */
public final class AccountSettings {
  private static final String APPROVAL = LoggingRoleNotApproved.INFO.id();

  private final GatewayView view;
  private final Subjects subjects;
  private final List<Rule<AccountSetting, Policy>> rules;
  private final List<DeclaredStage> stages;
  private final List<Resource> settings;
  private final WorstVerdicts verdicts = new WorstVerdicts();
  private @Nullable List<Resource> logging;
  private @Nullable LoggingRole shown;

  public AccountSettings(
      GatewayView view,
      Subjects subjects,
      List<Rule<AccountSetting, Policy>> rules,
      List<DeclaredStage> stages) {
    this.view = view;
    this.subjects = subjects;
    this.rules = rules;
    this.stages = stages;
    this.settings = view.accountSettings();
  }

  /** Judges each setting of the stack, or that there is none. */
  public void judge(String stack) {
    for (Resource setting : settings) {
      judge(subjects.subject("account", setting, ""), setting);
    }
    if (settings.isEmpty() && !stages.isEmpty()) {
      judge(new Subject("account", stack, "", stack, List.of()), null);
    }
  }

  private void judge(Subject subject, @Nullable Resource setting) {
    Resource place = setting == null ? stages.get(0).resource() : setting;
    Unordered unordered = setting == null ? Unordered.NONE : unordered(setting);
    verdicts.addAll(
        subjects.judge(
            rules, subject, place.header(), scenario -> setting(scenario, setting, unordered)));
  }

  private Unordered unordered(Resource setting) {
    if (!view.showsOrder()) {
      return Unordered.NONE;
    }
    if (logging == null) {
      logging = stages.stream().filter(this::needsRole).map(DeclaredStage::resource).toList();
    }
    return view.unordered(logging, setting);
  }

  /** Asked of the scenario in which every condition holds. */
  private boolean needsRole(DeclaredStage declared) {
    return Scenarios.first(
        view.work(),
        scenario -> {
          Stage stage = view.stage(scenario, declared);
          return (stage.api() == ApiKind.REST || stage.api() == ApiKind.WEBSOCKET)
              && stage.accessLog().isOn();
        });
  }

  /** Those that are sure to be there, for looking at the whole tree. */
  public List<StackFacts.Account> facts(Language language) {
    return settings.stream()
        .filter(setting -> setting.exists().isEmpty())
        .map(
            setting ->
                new StackFacts.Account(
                    setting.address().toString(),
                    language,
                    setting.header(),
                    setting.get("region") instanceof Value.Text region ? region.known() : null))
        .toList();
  }

  /** What was said of the settings. */
  WorstVerdicts verdicts() {
    return verdicts;
  }

  /** Empty in scenarios without a stage that needs the role. */
  private Optional<AccountSetting> setting(
      Scenario scenario, @Nullable Resource setting, Unordered unordered) {
    Resource needing = null;
    boolean sure = false;
    for (DeclaredStage declared : stages) {
      Stage stage = view.stage(scenario, declared);
      if (stage.exists() && stage.api() != ApiKind.HTTP) {
        needing = declared.resource();
        sure = stage.api() != ApiKind.UNKNOWN;
        if (sure) {
          break;
        }
      }
    }
    if (needing == null) {
      return Optional.empty();
    }
    return Optional.of(
        setting != null && scenario.holds(setting.exists())
            ? new AccountSetting.Declared(setting, view.role(scenario, setting), unordered)
            : new AccountSetting.Missing(sure, needing));
  }

  /**
   * What a stage's facts say of the role: of the first setting where there are several.
   *
   * @param verdicts on the stage, by rule
   */
  AccountRole role(ApiKind api, Map<String, Verdict.Kind> verdicts) {
    Resource setting = settings.isEmpty() ? null : settings.get(0);
    if (api == ApiKind.HTTP) {
      return new AccountRole("not-required", null, null);
    }
    if (shown == null && setting != null) {
      shown = Scenarios.first(view.work(), scenario -> view.role(scenario, setting));
    }
    Boolean approved =
        switch (verdicts.getOrDefault(APPROVAL, Verdict.Kind.NOT_APPLICABLE)) {
          case PASS -> true;
          case FAIL -> false;
          default -> null;
        };
    return switch (shown) {
      case null -> new AccountRole("none-declared", null, null);
      case LoggingRole.NotSet none -> new AccountRole("none-declared", null, null);
      case LoggingRole.Declared declared ->
          new AccountRole("declared", declared.reference().text(), approved);
      case LoggingRole.Outside outside ->
          new AccountRole("declared", outside.reference().text(), approved);
      case LoggingRole.Invalid invalid ->
          new AccountRole("declared", invalid.reference().text(), approved);
      case LoggingRole.Uncertain uncertain ->
          new AccountRole("unknown", uncertain.reference().text(), approved);
    };
  }
}
