package dev.iacguard.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Language;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.rules.HandBuiltStack;
import dev.iacguard.rules.check.StackInTree.Tree;
import dev.iacguard.rules.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingRoleOwnedTwiceTest {
  private static StackFacts setting(Language language, @Nullable String region) {
    return setting(language, region, Set.of());
  }

  private static StackFacts setting(
      Language language, @Nullable String region, Set<String> accounts) {
    StackFacts.Account account =
        new StackFacts.Account(
            "aws_api_gateway_account.this",
            language,
            HandBuiltStack.ORIGIN.at(),
            new StackFacts.Target(region, accounts),
            null);
    return new StackFacts(List.of(account), List.of(), List.of());
  }

  /** What the second of two stacks is told, by the accounts and Regions that their code names. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, -, note",
        "eu-west-1, -, eu-west-1, -, note",
        "eu-west-1, 1, eu-west-1, -, note",
        "eu-west-1, 1, -, 1, note",
        "eu-west-1, 1, eu-west-1, 1 2, note",
        "eu-west-1, 1, eu-west-1, 1, warning",
        "eu-west-1, 1, eu-west-1, 2, silent",
        "-, 1, -, 2, silent",
        "eu-west-1, 1, us-east-1, 1, silent"
      })
  void accountsThatTheCodeNames(
      @Nullable String here,
      @Nullable String account,
      @Nullable String there,
      @Nullable String other,
      String told) {
    Map<String, StackFacts> facts = new LinkedHashMap<>();
    facts.put("a", setting(Language.TERRAFORM, here, ids(account)));
    facts.put("b", setting(Language.TERRAFORM, there, ids(other)));

    Outcome outcome = outcome(new Tree(facts), facts, "b");

    String heard =
        outcome instanceof Outcome.Fail fail
            ? fail.finding().severity() == Severity.NOTE ? "note" : "warning"
            : "silent";
    assertThat(heard).isEqualTo(told);
  }

  private static Set<String> ids(@Nullable String accounts) {
    return accounts == null ? Set.of() : Set.of(accounts.split(" ", -1));
  }

  /** Whether the second of two stacks is told of the first. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "a, TERRAFORM, -, b, TERRAFORM, -, true",
        "a, TERRAFORM, eu-west-1, b, TERRAFORM, eu-west-1, true",
        "a, TERRAFORM, eu-west-1, b, TERRAFORM, us-east-1, false",
        "a, TERRAFORM, eu-west-1, b, CLOUDFORMATION, -, true",
        "infra (dev), TERRAFORM, -, infra (prod), TERRAFORM, -, false",
        "infra (dev), TERRAFORM, -, infra, TERRAFORM, -, false",
        "infra (dev), TERRAFORM, -, other (dev), TERRAFORM, -, true",
        "(dev), TERRAFORM, -, (prod), TERRAFORM, -, true",
        "a, TERRAFORM, -, a.json, TERRAFORM_PLAN, -, false",
        "a, TERRAFORM, -, a.tfstate, TERRAFORM_STATE, -, false",
        "a.json, TERRAFORM_PLAN, -, a.tfstate, TERRAFORM_STATE, -, true",
        "a.json, TERRAFORM_PLAN, -, b.json, TERRAFORM_PLAN, -, true"
      })
  void stacksThatMayBeOfOneAccountAndRegion(
      String first,
      Language one,
      @Nullable String here,
      String second,
      Language other,
      @Nullable String there,
      boolean told) {
    Map<String, StackFacts> facts = new LinkedHashMap<>();
    facts.put(first, setting(one, here));
    facts.put(second, setting(other, there));
    Tree tree = new Tree(facts);

    assertThat(outcome(tree, facts, first)).isInstanceOf(Outcome.Pass.class);
    assertThat(outcome(tree, facts, second) instanceof Outcome.Fail).isEqualTo(told);
  }

  private static Outcome outcome(Tree tree, Map<String, StackFacts> facts, String stack) {
    StackFacts own = facts.getOrDefault(stack, StackFacts.NONE);
    return new LoggingRoleOwnedTwice().check(new StackInTree(stack, own, tree), Policy.DEFAULT);
  }

  @Test
  void aStackThatSetsNoneIsNotAsked() {
    Map<String, StackFacts> facts = Map.of("a", StackFacts.NONE);
    assertThat(outcome(new Tree(facts), facts, "a")).isInstanceOf(Outcome.NotApplicable.class);
  }
}
