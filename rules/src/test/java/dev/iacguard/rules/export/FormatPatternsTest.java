package dev.iacguard.rules.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.rule.Verdict;
import dev.iacguard.rules.Answers;
import dev.iacguard.rules.HandBuiltStack;
import dev.iacguard.rules.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The patterns of the exported rules find what the rules find, without Guard. */
class FormatPatternsTest {
  private static final Pattern CLAUSE = Pattern.compile("(==|!=) /(.*)/ <<");
  private static final StagePaths REST = StagePaths.ITEMS.get(0);

  /** Whether a rule's clauses on the format hold. */
  private static boolean passes(String rule, String format, Policy policy) {
    for (GuardRule exported : new StageRules(policy, REST).all()) {
      if (exported.id().equals(rule)) {
        return exported.body().stream().allMatch(line -> holds(line, format));
      }
    }
    throw new AssertionError(rule + " is not exported");
  }

  private static boolean holds(String line, String format) {
    Matcher clause = CLAUSE.matcher(line);
    return !clause.find()
        || Pattern.compile(clause.group(2)).matcher(format).find() == clause.group(1).equals("==");
  }

  private static boolean passesHere(String rule, String format, Policy policy) {
    HandBuiltStack stack =
        Answers.rest(
            HandBuiltStack.text("arn:aws:logs:a:1:log-group:b"),
            HandBuiltStack.text(format),
            Map.of("rest_api_id", HandBuiltStack.text("orders")));
    return Answers.verdict(stack, policy, rule).kind() == Verdict.Kind.PASS;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$context.requestId $context.identity.sourceIp $context.status $context.responseLatency",
        "$context.requestId",
        "$context.requestIdX $context.status",
        "$context.extendedRequestId. $context.status.",
        "$context..status $context.",
        "$context.$context.requestId",
        "$context.requestId\n",
        "$context.requestId\n\n$context.status",
        "$context.requestId $input.body",
        "$context.requestId $context.identity.apiKey",
        "$context.requestId $context.identity.apiKeyId",
        "$context.requestId $context.nothing",
        "$context.requestId $context.authorizer.email",
        "$context.requestId $context.authorizer.e_mail-x",
        "$context.requestId $context.authorizer.tenant-id",
        "$context.requestId $context.authorizer.principalId-",
        "$context.requestId $context.authorizer.claims.sub",
        "$context.requestId $context.authorizer.claims.SUB.",
        "$context.requestId $context.authorizer.claims.sub.email",
        "$context.requestId $context.authorizer.claims",
        "$context.requestId $context.requestOverride.header.password",
      })
  void findWhatTheRulesFind(String format) {
    for (String rule : List.of("IG104", "IG105", "IG107", "IG108")) {
      assertThat(passes(rule, format, Policy.DEFAULT))
          .as(rule)
          .isEqualTo(passesHere(rule, format, Policy.DEFAULT));
    }
  }
}
