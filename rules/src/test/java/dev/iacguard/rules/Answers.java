package dev.iacguard.rules;

import static dev.iacguard.rules.HandBuiltStack.list;
import static dev.iacguard.rules.HandBuiltStack.map;
import static dev.iacguard.rules.HandBuiltStack.text;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.rules.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a rule says of a stack put together by hand. */
public final class Answers {
  private Answers() {}

  /** A stack with one stage of a REST API, which has these attributes beside its access log. */
  public static HandBuiltStack rest(Value destination, Value format, Map<String, Value> others) {
    Map<String, Value> attributes = new HashMap<>(others);
    attributes.put("stage_name", text("prod"));
    attributes.put(
        "access_log_settings", list(map("destination_arn", destination, "format", format)));
    return new HandBuiltStack().add("aws_api_gateway_stage", "stage", attributes);
  }

  /** The verdict of a rule, looked at beside all others. */
  public static Verdict verdict(HandBuiltStack stack, Policy policy, String rule) {
    ApiGatewayRules rules = new ApiGatewayRules(policy);
    StackReport report = rules.judgeTree(List.of(rules.judge(stack))).stacks().get(0);
    return report.verdicts().stream()
        .filter(verdict -> verdict.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
