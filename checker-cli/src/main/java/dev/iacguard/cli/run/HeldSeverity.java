package dev.iacguard.cli.run;

import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StackReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules of which one has at least a given severity.
 *
 * @param rule its id
 */
record HeldSeverity(RulePack pack, String rule, Severity least) implements RulePack {

  @Override
  public List<RuleInfo> rules() {
    return pack.rules().stream().map(this::held).toList();
  }

  private RuleInfo held(RuleInfo info) {
    return info.id().equals(rule) && info.severity().compareTo(least) < 0
        ? info.weighing(least)
        : info;
  }

  @Override
  public @Nullable String page(String ruleId) {
    return pack.page(ruleId);
  }

  @Override
  public StackReport judge(Stack stack, WorkBudget work) {
    return pack.judge(stack, work);
  }
}
