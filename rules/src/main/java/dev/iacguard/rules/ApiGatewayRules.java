package dev.iacguard.rules;

import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.ReadType;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.pack.ExportTarget;
import dev.iacguard.core.rule.pack.LogIngestion;
import dev.iacguard.core.rule.pack.LogVariable;
import dev.iacguard.core.rule.pack.NewFile;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.rule.pack.PolicySource;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.pack.RuleTestResult;
import dev.iacguard.core.rule.pack.StageRequirements;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageIdentity;
import dev.iacguard.core.rule.report.TreeReport;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.core.source.Order;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.check.InputRules;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.config.Policies;
import dev.iacguard.rules.config.PolicyConfiguration;
import dev.iacguard.rules.custom.CustomRules;
import dev.iacguard.rules.evaluate.AccountSettings;
import dev.iacguard.rules.evaluate.CustomSubjects;
import dev.iacguard.rules.evaluate.DeployedHelp;
import dev.iacguard.rules.evaluate.LogDestinations;
import dev.iacguard.rules.evaluate.Portfolio;
import dev.iacguard.rules.evaluate.StackRules;
import dev.iacguard.rules.evaluate.StageIdentities;
import dev.iacguard.rules.evaluate.StagePolicies;
import dev.iacguard.rules.evaluate.StageReader;
import dev.iacguard.rules.evaluate.Subjects;
import dev.iacguard.rules.export.PolicyExport;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.IngestionPrices;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.Blueprint;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.ReadTypes;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.ContextVariable;
import dev.iacguard.rules.view.format.ContextVariables;
import dev.iacguard.rules.view.format.Formats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in rules on API Gateway access logging. */
public final class ApiGatewayRules implements RulePack {
  private static final Comparator<StageFacts> BY_PLACE =
      Order.by(StageFacts::location, Span.BY_START).then(StageFacts::id);

  private final Policies policies;
  private final CustomRules custom;
  private final List<RuleInfo> infos;
  private final Formats formats = new Formats();

  /** The rules under the built-in policy. */
  public ApiGatewayRules() {
    this(Policy.DEFAULT);
  }

  public ApiGatewayRules(Policy policy) {
    this(Policies.of(policy), CustomRules.NONE);
  }

  private ApiGatewayRules(Policies policies, CustomRules custom) {
    this.policies = policies;
    this.custom = custom;
    this.infos = both(RuleSet.infos().stream().map(this::weighed).toList(), custom.infos());
  }

  private RuleInfo weighed(RuleInfo rule) {
    return InputRules.INFOS.contains(rule) ? rule.weighing(policies.all().severity(rule)) : rule;
  }

  @Override
  public PolicyResult configured(PolicySource source) {
    return PolicyConfiguration.read(source, RuleSet.infos(), ApiGatewayRules::new);
  }

  @Override
  public List<RuleInfo> rules() {
    return infos;
  }

  @Override
  public @Nullable String page(String ruleId) {
    if (infos.stream().noneMatch(info -> info.id().equals(ruleId))) {
      return null;
    }
    String own = custom.page(ruleId);
    return own != null ? own : RuleSet.page(ruleId);
  }

  @Override
  public List<LogVariable> logVariables(String api) {
    List<ApiKind> kinds = ApiKind.valueOf(api).possible();
    return ContextVariables.all().stream()
        .filter(variable -> kinds.stream().anyMatch(kind -> variable.in(kind).logs()))
        .map(
            variable ->
                new LogVariable(
                    ContextVariable.PREFIX + variable.name(), variable.open(), variable.meaning()))
        .toList();
  }

  @Override
  public StackReport judge(Stack stack, WorkBudget work) {
    GatewayView view = new GatewayView(stack, formats, work);
    StagePolicies policy = new StagePolicies(view, policies.of(stack.name()));
    Subjects subjects = new Subjects(stack.name(), policy.all(), work);
    Map<DeclaredStage, List<Verdict>> verdicts = new LinkedHashMap<>();
    Map<DeclaredStage, Subject> stages = new LinkedHashMap<>();
    List<Rule<Stage, Policy>> ofStages = both(RuleSet.STAGE, custom.ofStages());
    for (DeclaredStage stage : view.stages()) {
      Subject subject = subjects.subject("stage", stage.resource(), detail(view, stage));
      stages.put(stage, subject);
      verdicts.put(
          stage,
          subjects.judge(
              ofStages,
              subject,
              stage.resource().header(),
              policy.of(stage),
              scenario -> view.existing(scenario, stage),
              spared(view, stage)));
    }
    LogDestinations targets =
        new LogDestinations(
            view, subjects, both(RuleSet.LOG_TARGET, custom.ofLogGroups()), policy::of);
    targets.judge(stages);
    AccountSettings account =
        new AccountSettings(
            view, subjects, both(RuleSet.ACCOUNT, custom.ofRoles()), List.copyOf(stages.keySet()));
    account.judge(stack.name());
    new StackRules(view, subjects, stack.name(), policy).judge(stages);
    if (!custom.isEmpty()) {
      new CustomSubjects(view, stack, subjects, custom).judge(List.copyOf(stages.keySet()));
    }
    StageReader reader = new StageReader(view, stack.name(), stack.language(), account, policy);
    List<StageFacts> facts = new ArrayList<>();
    List<StageIdentity> identities = new ArrayList<>();
    boolean compared = view.isDeployed() || !stack.deployed().isEmpty();
    verdicts.forEach(
        (stage, given) -> {
          List<Verdict> all = new ArrayList<>(given);
          all.addAll(targets.verdicts(stage));
          StageFacts read = reader.read(stage, all);
          if (read != null) {
            facts.add(read);
            if (compared) {
              identities.add(StageIdentities.of(view, stage, read));
            }
          }
        });
    facts.sort(BY_PLACE);
    List<Problem> problems = new ArrayList<>(stack.problems());
    problems.addAll(policy.problems());
    problems.addAll(subjects.problems());
    StackFacts left =
        account.facts(stack.language(), reader.formats()).with(List.copyOf(identities));
    List<Verdict> all = view.isDeployed() ? withoutCode(subjects.verdicts()) : subjects.verdicts();
    return new StackReport(stack.name(), all, List.copyOf(facts), problems, left);
  }

  /** Nothing is pasted into an export, and nothing in it is fixed. */
  private static List<Verdict> withoutCode(List<Verdict> verdicts) {
    List<Verdict> without = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      Finding finding = verdict.finding();
      without.add(
          finding == null
              ? verdict
              : verdict.with(DeployedHelp.of(verdict, finding).showing(null).fixedBy(null)));
    }
    return without;
  }

  @Override
  public List<ReadType> resourceTypes() {
    List<ReadType> types = new ArrayList<>(ReadTypes.all());
    for (String type : custom.resourceTypes()) {
      types.add(ReadType.of(type.replaceFirst("^data\\.", ""), ReadType.Use.JUDGED));
    }
    return List.copyOf(types);
  }

  @Override
  public List<String> told(String api, List<String> meanings, List<String> variables) {
    return meanings.stream().filter(meaning -> tells(api, meaning, variables)).toList();
  }

  private static boolean tells(String api, String meaning, List<String> variables) {
    Field field = Fields.named(meaning);
    for (ApiKind kind : ApiKind.values()) {
      if (field != null && kind.name().equals(api) && field.isAvailable(kind)) {
        return field.isIn(variables, kind);
      }
    }
    return true;
  }

  @Override
  public Set<String> givenKeys() {
    return policies.requiredTags();
  }

  @Override
  public @Nullable StageRequirements requirements(String api, String stack) {
    Blueprint blueprint = new Blueprint(policies.of(stack).all());
    return blueprint.requirements(ApiKind.valueOf(api));
  }

  @Override
  public List<NewFile> export(ExportTarget target) {
    return PolicyExport.files(policies.all(), target, policies.environments());
  }

  @Override
  public LogIngestion ingestion() {
    return IngestionPrices.of(policies.all());
  }

  @Override
  public List<RuleTestResult> testRules() {
    return custom.test();
  }

  private static <T> List<T> both(List<T> builtIn, List<T> own) {
    List<T> all = new ArrayList<>(builtIn);
    all.addAll(own);
    return List.copyOf(all);
  }

  @Override
  public TreeReport judgeTree(List<StackReport> stacks) {
    return new Portfolio(policies).judge(stacks);
  }

  @Override
  public TreeReport judgeTree(List<StackReport> stacks, List<DeployedAccount> deployed) {
    TreeReport judged = judgeTree(stacks);
    return deployed.isEmpty()
        ? judged
        : new Portfolio(policies)
            .compare(judged, deployed, account -> judge(account.stack(), new WorkBudget()));
  }

  /** A stage that a default switches off fails under the condition that it is there. */
  private static Subjects.Spared spared(GatewayView view, DeclaredStage stage) {
    return stage.isSwitchedOff()
        ? new Subjects.Spared(scenario -> !view.stage(scenario, stage).exists(), true)
        : Subjects.Spared.NONE;
  }

  /** The API's kind for reports; the first world's will do. */
  private static String detail(GatewayView view, DeclaredStage stage) {
    return Scenarios.first(view.work(), scenario -> detail(view, view.stage(scenario, stage)));
  }

  /** An export calls stages by the ids of their APIs; people know these by their names. */
  private static String detail(GatewayView view, Stage stage) {
    String kind = stage.api().choices();
    String name = view.isDeployed() ? stage.apiName() : null;
    return name == null ? kind : kind + ", API " + name;
  }
}
