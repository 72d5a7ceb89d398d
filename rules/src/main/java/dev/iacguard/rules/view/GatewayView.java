package dev.iacguard.rules.view;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.rules.view.format.Formats;
import dev.iacguard.rules.view.link.Links;
import dev.iacguard.rules.view.role.AccountTypes;
import dev.iacguard.rules.view.role.LoggingRole;
import dev.iacguard.rules.view.role.RolePolicies;
import dev.iacguard.rules.view.value.ResourceIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The API Gateway view of a stack, the same for every language. */
public final class GatewayView {
  private final Stack stack;
  private final Links links;
  private final Apis apis;
  private final RolePolicies policies;
  private final ApiEvidence apiEvidence;
  private final RepointedStages repointed;
  private final ExportedAccounts exports;
  private final Formats formats;
  private final WorkBudget work;
  private final Map<String, ResourceIndex> indexes = new HashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();
  private @Nullable CreationOrder creationOrder;

  /**
   * @param work is charged with the questions that are asked of the view
   */
  public GatewayView(Stack stack, Formats formats, WorkBudget work) {
    this.stack = stack;
    this.work = work;
    this.formats = formats;
    this.links = new Links(stack);
    this.apis = new Apis(stack);
    this.apiEvidence = new ApiEvidence(stack);
    this.repointed = new RepointedStages(stack);
    this.policies = new RolePolicies(stack, links);
    this.exports = new ExportedAccounts(stack, formats, work);
  }

  Stack stack() {
    return stack;
  }

  /** What judging the stack may take. */
  public WorkBudget work() {
    return work;
  }

  Links links() {
    return links;
  }

  Apis apis() {
    return apis;
  }

  ApiEvidence apiEvidence() {
    return apiEvidence;
  }

  RepointedStages repointed() {
    return repointed;
  }

  Formats formats() {
    return formats;
  }

  /**
   * The resources of a type by what they speak of.
   *
   * @param keys the same whenever it is asked for this type
   */
  ResourceIndex index(String type, ResourceIndex.Keys keys) {
    ResourceIndex cached = indexes.get(type);
    if (cached == null) {
      cached = new ResourceIndex(stack.resources(type), keys, work);
      indexes.put(type, cached);
    }
    return cached;
  }

  /** The names of all resources of a type, behind the modules that declare them. */
  Set<String> names(String type) {
    return names.computeIfAbsent(
        type,
        each ->
            stack.resources(each).stream()
                .map(one -> one.address().prefix() + one.declaredAs().label())
                .collect(Collectors.toSet()));
  }

  /** Every stage, in a fixed order. */
  public List<DeclaredStage> stages() {
    return DeclaredStage.all(stack);
  }

  /** A stage in a scenario. */
  public Stage stage(Scenario scenario, DeclaredStage stage) {
    return new Stage(this, scenario, stage);
  }

  /** A stage in a scenario; empty where it is not there. */
  public Optional<Stage> existing(Scenario scenario, DeclaredStage stage) {
    return Optional.of(stage(scenario, stage)).filter(Stage::exists);
  }

  /** The resources that set the account's logging role, in a fixed order. */
  public List<Resource> accountSettings() {
    List<Resource> settings = new ArrayList<>();
    Map<String, String> types = new TreeMap<>(AccountTypes.ROLES);
    types.keySet().forEach(type -> settings.addAll(stack.resources(type)));
    return settings;
  }

  /** The role that an account setting names, in a scenario. */
  public LoggingRole role(Scenario scenario, Resource accountSetting) {
    LoggingRole role = LoggingRole.of(scenario, accountSetting, links, policies);
    LoggingRole exported =
        role instanceof LoggingRole.Outside ? exports.role(scenario, accountSetting) : null;
    return exported == null ? role : exported;
  }

  /** What exports say of the accounts that the stack may be deployed to. */
  ExportedAccounts exports() {
    return exports;
  }

  /**
   * That the stack does not set the role which a stage needs.
   *
   * @param sure false when the stage may be one that needs no role
   * @param possible a setting that may be of its account and Region; null for none
   */
  public AccountSetting.Missing missing(
      Scenario scenario, Resource stage, boolean sure, @Nullable Resource possible) {
    AccountSetting.Source source =
        isDeployed()
            ? AccountSetting.Source.EXPORT
            : exports.isEmpty()
                ? AccountSetting.Source.CODE
                : AccountSetting.Source.CODE_WITH_EXPORTS;
    return new AccountSetting.Missing(
        sure, stage, possible, exports.settings(scenario, stage), source);
  }

  /**
   * The stages that are not known to be made after an account setting.
   *
   * @param settings by stage: after one of them is enough
   */
  public AccountSetting.Unordered unordered(Map<Resource, List<Resource>> settings) {
    List<Resource> sure = new ArrayList<>();
    List<Resource> perhaps = new ArrayList<>();
    CreationOrder cached = creationOrder;
    if (cached == null) {
      cached = new CreationOrder(stack, accountSettings());
      creationOrder = cached;
    }
    CreationOrder order = cached;
    settings.forEach(
        (stage, those) -> {
          switch (order.isAfterOneOf(stage, those)) {
            case YES -> {}
            case NO -> sure.add(stage);
            case PERHAPS -> perhaps.add(stage);
          }
        });
    return new AccountSetting.Unordered(sure, perhaps);
  }

  /** False for what shows resources that are there already, in whatever order they were made. */
  public boolean showsOrder() {
    return stack.language() != Language.TERRAFORM_STATE && !isDeployed();
  }

  /** True for an export of what is deployed. */
  public boolean isDeployed() {
    return stack.language() == Language.DEPLOYED;
  }
}
