package dev.iacguard.rules.evaluate;

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
import org.jspecify.annotations.Nullable;

/** Looks at all stacks of a tree together. */
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

  private List<Verdict> judge(StackInTree stack) {
    Span place = place(stack.facts());
    if (place == null) {
      return List.of();
    }
    Policy policy = policies.of(stack.stack()).all();
    Subjects subjects = new Subjects(stack.stack(), policy);
    Subject subject = new Subject("stack", stack.stack(), "", stack.stack(), List.of());
    for (Rule<StackInTree, Policy> rule : RuleSet.TREE) {
      RuleInfo info = subjects.active(rule);
      if (info != null) {
        subjects.add(
            RuleEvaluator.judge(info, subject, place, scenario -> rule.check(stack, policy)));
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
