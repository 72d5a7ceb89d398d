package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.DeployedAccount;
import dev.iacguard.core.model.Language;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.TreeReport;
import dev.iacguard.core.rule.scenario.RuleEvaluator;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.check.StackInTree;
import dev.iacguard.rules.check.StackInTree.Tree;
import dev.iacguard.rules.config.Policies;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules on all stacks of a tree together. */
public final class Portfolio {
  private final Policies policies;

  public Portfolio(Policies policies) {
    this.policies = policies;
  }

  public TreeReport judge(List<StackReport> stacks) {
    Map<String, StackFacts> facts = new LinkedHashMap<>();
    stacks.forEach(stack -> facts.put(stack.stack(), stack.facts()));
    Tree tree = new Tree(facts);
    List<StackReport> judged = new ArrayList<>();
    for (StackReport stack : stacks) {
      judged.add(
          RoleSetters.named(stack, tree)
              .with(judge(new StackInTree(stack.stack(), stack.facts(), tree))));
    }
    return new TreeReport(List.copyOf(judged), Statistics.of(stacks));
  }

  /**
   * The same tree with what exports show of stages that the code does not declare, or declares
   * otherwise.
   *
   * @param judge makes the report of what is deployed
   */
  public TreeReport compare(
      TreeReport judged,
      List<DeployedAccount> deployed,
      Function<DeployedAccount, StackReport> judge) {
    List<StackReport> code = judged.stacks().stream().filter(stack -> !isExport(stack)).toList();
    DeployedStages.Compared compared =
        new DeployedStages(policies, code)
            .compare(
                deployed.stream()
                    .map(account -> new DeployedStages.Exported(account, judge.apply(account)))
                    .toList());
    List<StackReport> all = new ArrayList<>();
    for (StackReport stack : judged.stacks()) {
      Subjects more = compared.code().get(stack.stack());
      all.add(more == null ? stack : stack.with(more.verdicts()));
    }
    all.addAll(compared.exports());
    return new TreeReport(List.copyOf(all), judged.figures());
  }

  private static boolean isExport(StackReport stack) {
    return stack.stages().stream().anyMatch(stage -> stage.language() == Language.DEPLOYED);
  }

  private List<Verdict> judge(StackInTree stack) {
    Span place = place(stack.facts());
    if (place == null) {
      return List.of();
    }
    Policy policy = policies.of(stack.stack()).all();
    Subjects subjects = new Subjects(stack.stack(), policy, new WorkBudget());
    Subject subject = new Subject("stack", stack.stack(), "", stack.stack(), List.of());
    for (Rule<StackInTree, Policy> rule : RuleSet.TREE) {
      RuleInfo info = subjects.active(rule);
      if (info != null) {
        subjects.add(
            RuleEvaluator.judge(
                new WorkBudget(), info, subject, place, scenario -> rule.check(stack, policy)));
      }
    }
    return subjects.verdicts();
  }

  /** Where a stack is spoken of; null for one that has nothing to compare. */
  private static @Nullable Span place(StackFacts facts) {
    if (!facts.accounts().isEmpty()) {
      return facts.accounts().get(0).at();
    }
    return facts.formats().isEmpty() ? null : facts.formats().get(0).at();
  }
}
