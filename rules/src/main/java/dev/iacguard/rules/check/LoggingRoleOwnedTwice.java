package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.rules.policy.Policy;
import java.util.List;

/** An account has one logging role in a Region: the stack that is deployed last wins. */
public final class LoggingRoleOwnedTwice implements Rule<StackInTree, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG307",
          "logging-role-owned-twice",
          "Several stacks set the account's logging role",
          Severity.WARNING);

  private static final int MOST_SHOWN = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Outcome check(StackInTree stack, Policy policy) {
    for (StackFacts.Account own : stack.facts().accounts()) {
      List<StackFacts.Account> others = stack.tree().earlier(stack.stack(), own);
      if (!others.isEmpty()) {
        return Outcome.fail(
            Finding.of("another stack sets the account's logging role as well", own.at())
                .labelled("the one deployed last wins")
                .helped("leave it to one stack for each account and Region")
                .rootedIn(RootCause.inTree("several stacks set the logging role"))
                .with(
                    others.stream()
                        .limit(MOST_SHOWN)
                        .map(other -> new Related("set by " + other.resource(), other.at()))
                        .toList()));
      }
    }
    return stack.facts().accounts().isEmpty() ? Outcome.notApplicable() : Outcome.pass();
  }
}
