package dev.iacguard.rules.check;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.rules.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that only one stack sets the logging role of an account and Region: the stack that is
 * deployed last wins.
 */
public final class LoggingRoleOwnedTwice extends Rule<StackInTree, Policy> {
  private static final int MOST_SHOWN = 3;

  LoggingRoleOwnedTwice() {
    super(
        "IG307",
        "logging-role-owned-twice",
        "Account's logging role is set more than once",
        Severity.WARNING);
  }

  @Override
  public Outcome check(StackInTree stack, Policy policy) {
    @Nullable Finding perhaps = null;
    for (StackFacts.Account own : stack.facts().accounts()) {
      if (own.earlier() != null) {
        return Outcome.fail(
            Finding.of("the stack sets the account's logging role twice", own.at())
                .labelled("the last deployment wins")
                .helped("set it only once per account and Region")
                .with(List.of(own.earlier())));
      }
      List<StackFacts.Account> others = stack.tree().earlier(stack.stack(), own);
      if (others.stream().anyMatch(other -> other.target().isSure(own.target()))) {
        return Outcome.fail(finding(own, others));
      }
      if (perhaps == null && !others.isEmpty()) {
        perhaps = finding(own, others).weighing(Severity.NOTE);
      }
    }
    if (perhaps != null) {
      return Outcome.fail(perhaps);
    }
    return stack.facts().accounts().isEmpty() ? Outcome.notApplicable() : Outcome.pass();
  }

  private static Finding finding(StackFacts.Account own, List<StackFacts.Account> others) {
    boolean sure = others.stream().anyMatch(other -> other.target().isSure(own.target()));
    return Finding.of(
            sure
                ? "another stack also sets the account's logging role"
                : "another stack may set the logging role of the same account",
            own.at())
        .labelled("the last deployment wins")
        .helped("set it in only one stack per account and Region")
        .rootedIn(RootCause.inTree("several stacks set the logging role"))
        .with(
            others.stream()
                .limit(MOST_SHOWN)
                .map(other -> new Related("set by " + other.resource(), other.at()))
                .toList());
  }
}
