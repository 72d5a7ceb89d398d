package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StageFacts.AccountRole;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.check.LoggingRoleNotApproved;
import dev.iacguard.rules.check.StageNotOrderedAfterLoggingRole;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccountRegion;
import dev.iacguard.rules.view.AccountSetting;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.role.LoggingRole;
import dev.iacguard.rules.view.value.TextComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules on the account's logging role, whether or not the stack sets it. */
public final class AccountSettings {
  private static final String APPROVAL = LoggingRoleNotApproved.ID;
  private static final String ORDER = StageNotOrderedAfterLoggingRole.ID;

  private final GatewayView view;
  private final Subjects subjects;
  private final List<Rule<AccountSetting, Policy>> rules;
  private final List<DeclaredStage> stages;
  private final List<Resource> settings;
  private final StageSettings matched;
  private final StageOrder order;
  private final Map<Address, List<Verdict>> ofSetting = new HashMap<>();
  private List<Verdict> ofMissing = List.of();

  public AccountSettings(
      GatewayView view,
      Subjects subjects,
      List<Rule<AccountSetting, Policy>> rules,
      List<DeclaredStage> stages) {
    this.view = view;
    this.subjects = subjects;
    this.rules = ExportedSettingRule.over(rules);
    this.stages = stages;
    this.settings = view.accountSettings();
    this.matched = new StageSettings(view, stages, settings);
    this.order = new StageOrder(view, stages, settings, matched);
  }

  /** Judges each setting of the stack, and that there is none for some of its stages. */
  public void judge(String stack) {
    for (Resource setting : settings) {
      List<DeclaredStage> ownStages =
          stages.stream()
              .filter(
                  stage ->
                      matched.of(stage).sure().contains(setting)
                          || matched.of(stage).possible().contains(setting))
              .toList();
      ofSetting.put(
          setting.address(),
          subjects.judge(
              rules,
              subjects.subject("account", setting, ""),
              setting.header(),
              scenario -> setting(scenario, setting, ownStages)));
    }
    List<DeclaredStage> uncovered = uncovered();
    if (!uncovered.isEmpty()) {
      ofMissing =
          subjects.judge(
              rules,
              new Subject("account", stack, "", stack, List.of()),
              uncovered.get(0).resource().header(),
              scenario -> needed(scenario, uncovered));
    }
  }

  /** The stages that no setting is sure to be for. */
  private List<DeclaredStage> uncovered() {
    return stages.stream().filter(stage -> matched.of(stage).sure().isEmpty()).toList();
  }

  /**
   * A role is set for all stages of the account, so it is judged in a stack without any too. Where
   * none is set: empty without a stage that needs one, or where another setting sets it.
   */
  private Optional<AccountSetting> setting(
      Scenario scenario, Resource setting, List<DeclaredStage> own) {
    Optional<AccountSetting> needed = needed(scenario, own);
    if (scenario.holds(setting.exists())) {
      LoggingRole role = view.role(scenario, setting);
      return role instanceof LoggingRole.NotSet && needed.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new AccountSetting.Declared(setting, role, order.before(scenario, setting)));
    }
    boolean another =
        own.stream()
            .flatMap(stage -> matched.of(stage).sure().stream())
            .distinct()
            .anyMatch(other -> !other.equals(setting) && scenario.holds(other.exists()));
    return another ? Optional.empty() : needed;
  }

  /** What stages without a setting need; empty when none of them needs a role. */
  private Optional<AccountSetting> needed(Scenario scenario, List<DeclaredStage> among) {
    @Nullable DeclaredStage needing = null;
    boolean sure = false;
    for (DeclaredStage declared : among) {
      Stage stage = view.stage(scenario, declared);
      if (stage.exists() && stage.api() != ApiKind.HTTP) {
        needing = declared;
        sure = stage.api() != ApiKind.UNKNOWN;
        if (sure) {
          break;
        }
      }
    }
    if (needing == null) {
      return Optional.empty();
    }
    List<Resource> possible = matched.of(needing).possible();
    return Optional.of(
        view.missing(
            scenario, needing.resource(), sure, possible.isEmpty() ? null : possible.get(0)));
  }

  /** What the stack tells of the account's role for looking at the whole tree. */
  public StackFacts facts(Language language, List<StackFacts.Format> formats) {
    List<StackFacts.Account> accounts = new ArrayList<>();
    List<Resource> before = new ArrayList<>();
    for (Resource setting : settings) {
      // Those that are not sure to be there are left out, and what is there already sets nothing.
      if (setting.exists().isEmpty() && !view.isDeployed()) {
        AccountRegion place = AccountRegion.of(setting);
        Related earlier =
            before.stream()
                .filter(each -> AccountRegion.of(each).compare(place) == TextComparison.SAME)
                .findFirst()
                .map(each -> new Related("set by " + each.address(), each.header()))
                .orElse(null);
        accounts.add(
            new StackFacts.Account(
                setting.address().toString(), language, setting.header(), place.facts(), earlier));
        before.add(setting);
      }
    }
    List<StackFacts.Target> unset =
        uncovered().stream()
            .map(stage -> AccountRegion.of(stage.resource()).facts())
            .distinct()
            .toList();
    return new StackFacts(List.copyOf(accounts), formats, unset);
  }

  /** What was said of the settings that a stage depends on. */
  WorstVerdicts verdicts(DeclaredStage stage) {
    WorstVerdicts verdicts = new WorstVerdicts();
    List<Resource> sure = matched.of(stage).sure();
    boolean ordered = !order.isBlamed(stage);
    for (Resource setting : sure) {
      for (Verdict verdict : ofSetting.getOrDefault(setting.address(), List.of())) {
        boolean ofOthers = ordered && verdict.isReported() && verdict.rule().id().equals(ORDER);
        verdicts.addAll(List.of(ofOthers ? passed(verdict) : verdict));
      }
    }
    if (sure.isEmpty()) {
      verdicts.addAll(ofMissing);
    }
    return verdicts;
  }

  private static Verdict passed(Verdict verdict) {
    return new Verdict(
        verdict.rule(), verdict.subject(), verdict.declared(), Verdict.Kind.PASS, "", null);
  }

  /**
   * What a stage's facts say of the role: of the first setting where there are several.
   *
   * @param verdicts on the stage, by rule
   */
  AccountRole role(DeclaredStage stage, ApiKind api, Map<String, Verdict.Kind> verdicts) {
    if (api == ApiKind.HTTP) {
      return new AccountRole("not-required", null, null);
    }
    StageSettings.Own own = matched.of(stage);
    Boolean approved =
        switch (verdicts.getOrDefault(APPROVAL, Verdict.Kind.NOT_APPLICABLE)) {
          case PASS -> true;
          case FAIL -> false;
          default -> null;
        };
    if (!own.sure().isEmpty()) {
      return facts(matched.role(own.sure().get(0)), approved);
    }
    return own.possible().isEmpty()
        ? exported(stage, approved)
        : new AccountRole("unknown", null, null);
  }

  /** What exports say of the role of a stage whose stack does not set it. */
  private AccountRole exported(DeclaredStage stage, @Nullable Boolean approved) {
    List<AccountSetting.Exported> exported =
        Scenarios.first(
            view.work(),
            scenario -> view.missing(scenario, stage.resource(), true, null).exported());
    List<AccountRole> roles =
        exported.stream()
            .map(each -> each.setting() == null ? null : facts(each.setting().role(), approved))
            .map(role -> role == null ? new AccountRole("unknown", null, null) : role)
            .distinct()
            .toList();
    return switch (roles.size()) {
      case 0 -> new AccountRole("none-declared", null, null);
      case 1 -> roles.get(0);
      default -> new AccountRole("unknown", null, null);
    };
  }

  private static AccountRole facts(LoggingRole role, @Nullable Boolean approved) {
    return switch (role) {
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
