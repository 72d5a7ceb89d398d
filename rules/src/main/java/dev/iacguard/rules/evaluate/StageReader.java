package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.Pool;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.rule.report.StageFacts.LogGroup;
import dev.iacguard.core.rule.scenario.RuleEvaluator;
import dev.iacguard.core.rule.scenario.Scenarios;
import dev.iacguard.rules.check.StageCreatedWithoutAccessLog;
import dev.iacguard.rules.check.StageWithoutAccessLog;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the facts about a stage. */
public final class StageReader {
  private final GatewayView view;
  private final String stack;
  private final Language language;
  private final AccountSettings account;
  private final StagePolicies policies;
  private final FormatFacts formatFacts = new FormatFacts();
  private final List<StackFacts.Format> formats = new ArrayList<>();

  /** Stages of one stack have many facts in common. */
  private final Pool pool = new Pool();

  public StageReader(
      GatewayView view,
      String stack,
      Language language,
      AccountSettings account,
      StagePolicies policies) {
    this.view = view;
    this.stack = stack;
    this.language = language;
    this.account = account;
    this.policies = policies;
  }

  /**
   * What is known of the stage, taken from a scenario in which it logs where there is one; null
   * when it is there in no scenario.
   *
   * @param verdicts all that were given on the stage and on what it logs to
   */
  @Nullable
  public StageFacts read(DeclaredStage declared, List<Verdict> verdicts) {
    StageSnapshots snapshots = StageSnapshots.of(view, declared);
    StageSnapshot seen = snapshots.shown();
    if (seen == null) {
      return null;
    }
    Resource resource = declared.resource();
    WorstVerdicts heaviest = heaviest(declared, verdicts, seen.api());
    LogFormat format = format(declared);
    LogGroup group = snapshots.logGroup();
    StackFacts.@Nullable Format told = null;
    if (format != null && format.complete() && seen.api() != ApiKind.UNKNOWN) {
      told = formatFacts.of(resource, seen.api(), format, verdicts, group, policies.of(declared));
      formats.add(told);
    }
    StageFacts.@Nullable Format written =
        format == null ? null : pool.same(Facts.format(format, told));
    Map<String, Verdict.Kind> kinds = pool.same(heaviest.byRule());
    return new StageFacts(
        resource.address().toString(),
        declaration(resource),
        seen.name(),
        stack,
        declared.kind(),
        seen.api().name(),
        language,
        resource.span(),
        accessLog(declared, seen, written, verdicts),
        group,
        seen.tags(),
        account.role(declared, seen.api(), kinds),
        snapshots.defaults(),
        kinds,
        pool.same(heaviest.notes()),
        FormatFacts.environment(seen.name(), policies.of(declared)));
  }

  /**
   * The declaring resource as the code names it: no instance key, a logical id without its nested
   * stack.
   */
  private String declaration(Resource resource) {
    Address address = resource.declaredAs();
    return switch (language) {
      case CLOUDFORMATION, SAM, DEPLOYED -> address.name();
      case TERRAFORM, TERRAFORM_PLAN, TERRAFORM_STATE -> address.withoutKey().toString();
    };
  }

  /** The format in the first scenario that has one; asked apart, since it may have many. */
  private @Nullable LogFormat format(DeclaredStage declared) {
    return Scenarios.find(
            view.work(),
            scenario ->
                view.existing(scenario, declared)
                    .flatMap(stage -> Optional.ofNullable(stage.format())))
        .orElse(null);
  }

  /** The formats of the stages that have been read, as far as they are known. */
  public List<StackFacts.Format> formats() {
    return List.copyOf(formats);
  }

  private StageFacts.AccessLog accessLog(
      DeclaredStage declared,
      StageSnapshot seen,
      StageFacts.@Nullable Format format,
      List<Verdict> verdicts) {
    Verdict verdict = logs(declared, verdicts);
    String status =
        switch (verdict.kind()) {
          case PASS -> "yes";
          case FAIL, NOT_APPLICABLE -> "no";
          case CONDITIONAL -> "conditional";
          case UNKNOWN -> "unknown";
        };
    return new StageFacts.AccessLog(
        status, verdict.when().isEmpty() ? null : verdict.when(), format, seen.destination());
  }

  /** Whether it has an access log; asked here when the rule about it is off. */
  private Verdict logs(DeclaredStage declared, List<Verdict> verdicts) {
    Rule<Stage, Policy> rule =
        declared.isWrittenAsStage()
            ? new StageWithoutAccessLog()
            : new StageCreatedWithoutAccessLog();
    for (Verdict verdict : verdicts) {
      if (verdict.rule().id().equals(rule.info().id())) {
        return verdict;
      }
    }
    Resource resource = declared.resource();
    Subject subject = new Subject("stage", resource.toString(), "", stack, List.of());
    return RuleEvaluator.judge(
        view.work(),
        rule.info(),
        subject,
        resource.header(),
        scenario ->
            view.existing(scenario, declared)
                .map(stage -> rule.check(stage, policies.of(declared)))
                .orElseGet(Outcome::notApplicable));
  }

  /** Each rule's verdict on the stage, what it logs to and its account. */
  private WorstVerdicts heaviest(DeclaredStage declared, List<Verdict> verdicts, ApiKind api) {
    WorstVerdicts heaviest = new WorstVerdicts(policies.of(declared));
    heaviest.addAll(verdicts);
    if (api != ApiKind.HTTP) {
      heaviest.addAll(account.verdicts(declared));
    }
    return heaviest;
  }
}
