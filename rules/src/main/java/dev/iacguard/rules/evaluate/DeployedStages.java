package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageIdentity;
import dev.iacguard.core.rule.report.StageIdentity.Match;
import dev.iacguard.core.rule.scenario.RuleEvaluator;
import dev.iacguard.rules.check.DeployedStage;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.config.Policies;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the stages that exports show with those of the code. */
final class DeployedStages {
  private final Policies policies;
  private final List<StageIdentity> code = new ArrayList<>();
  private final String unseen;

  /**
   * @param stacks the reports of the code
   */
  DeployedStages(Policies policies, List<StackReport> stacks) {
    this.policies = policies;
    stacks.forEach(stack -> code.addAll(stack.facts().stages()));
    this.unseen =
        stacks.stream()
            .flatMap(stack -> stack.problems().stream())
            .filter(
                problem ->
                    problem.rule().equals(Problem.NOT_AVAILABLE) || problem.leavesInputUnread())
            .findFirst()
            .map(problem -> "some code was not read (" + problem.at().path() + ")")
            .orElse("");
  }

  /** What is deployed to an account, as far as its report says. */
  record Exported(DeployedAccount account, StackReport report) {}

  /**
   * A report for each export, with the stages that no code declares, and the verdicts on stages of
   * the code by their stacks.
   */
  record Compared(List<StackReport> exports, Map<String, Subjects> code) {}

  Compared compare(List<Exported> exports) {
    Map<StageIdentity, Integer> uses = new LinkedHashMap<>();
    List<DeployedStage> deployed = new ArrayList<>();
    for (Exported exported : exports) {
      for (StageIdentity stage : exported.report().facts().stages()) {
        DeployedStage compared = compared(stage, exported.account().name());
        compared.sure().forEach(each -> uses.merge(each, 1, Integer::sum));
        deployed.add(compared);
      }
    }
    Map<String, Subjects> ofExports = new LinkedHashMap<>();
    Map<String, Subjects> ofCode = new LinkedHashMap<>();
    for (DeployedStage stage : deployed) {
      judge(RuleSet.DEPLOYED, stage.stage(), stage, ofExports);
      if (stage.sure().size() == 1 && uses.getOrDefault(stage.sure().get(0), 0) == 1) {
        judge(RuleSet.DRIFT, stage.sure().get(0), stage, ofCode);
      }
    }
    List<StackReport> reports = new ArrayList<>();
    ofExports.forEach(
        (stack, subjects) ->
            reports.add(new StackReport(stack, subjects.verdicts(), List.of(), List.of())));
    return new Compared(reports, ofCode);
  }

  private DeployedStage compared(StageIdentity stage, String account) {
    List<StageIdentity> sure = new ArrayList<>();
    List<StageIdentity> possible = new ArrayList<>();
    for (StageIdentity each : code) {
      Match match = each.compare(stage);
      if (match != Match.NO) {
        (match == Match.SURE ? sure : possible).add(each);
      }
    }
    return new DeployedStage(stage, account, sure, possible, unseen);
  }

  private void judge(
      List<Rule<DeployedStage, Policy>> rules,
      StageIdentity subject,
      DeployedStage stage,
      Map<String, Subjects> into) {
    String stack = subject.stack();
    Policy policy = policies.of(stack).all();
    Subjects subjects =
        into.computeIfAbsent(stack, name -> new Subjects(name, policy, new WorkBudget()));
    for (Rule<DeployedStage, Policy> rule : rules) {
      RuleInfo info = subjects.active(rule);
      if (info != null) {
        Outcome outcome = rule.check(stage, policy);
        subjects.add(
            RuleEvaluator.judge(
                new WorkBudget(),
                info,
                new Subject("stage", subject.id(), subject.api(), stack, List.of()),
                subject.at(),
                scenario -> outcome));
      }
    }
  }
}
