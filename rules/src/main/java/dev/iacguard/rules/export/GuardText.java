package dev.iacguard.rules.export;

import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Writes rules as texts that AWS Config and CloudFormation take. */
final class GuardText {
  /** AWS Config takes no longer text (PutConfigRule, CustomPolicyDetails.PolicyText). */
  static final int MOST_CHARACTERS = 10_000;

  private static final String HEADER =
      "# Written by iac-guard from its policy. Export it again instead of editing it.\n\n";

  private GuardText() {}

  /** Rules on configuration items, as texts that AWS Config takes; too long a rule is left out. */
  static List<String> ofItems(List<GuardRule> rules, StagePaths stage) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder(HEADER);
    for (GuardRule rule : rules) {
      String next = ofItem(rule, stage);
      if (isTooLong(next)) {
        continue;
      }
      if (text.length() + next.length() > MOST_CHARACTERS) {
        texts.add(text.toString());
        text = new StringBuilder(HEADER);
      }
      text.append(next);
    }
    if (text.length() > HEADER.length()) {
      texts.add(text.toString());
    }
    return List.copyOf(texts);
  }

  /** The ids of the rules that are too long for AWS Config. */
  static List<String> tooLong(List<GuardRule> rules, StagePaths stage) {
    return rules.stream()
        .filter(rule -> isTooLong(ofItem(rule, stage)))
        .map(GuardRule::id)
        .toList();
  }

  private static boolean isTooLong(String rule) {
    return HEADER.length() + rule.length() > MOST_CHARACTERS;
  }

  private static String ofItem(GuardRule rule, StagePaths stage) {
    StringBuilder text = new StringBuilder();
    text.append("rule ").append(rule.guardName());
    text.append(" when resourceType == \"").append(stage.type()).append("\" {\n");
    rule.body().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.append("}\n").toString();
  }

  /** Rules on the resources of CloudFormation, as one text. */
  static String ofResources(Policy policy) {
    StringBuilder text = new StringBuilder(HEADER);
    for (StagePaths stage : StagePaths.PROPERTIES) {
      String stages = stage.label().replace('-', '_');
      text.append("let ").append(stages).append(" = Resources.*[ Type == \"");
      text.append(stage.type()).append("\" ]\n\n");
      for (GuardRule rule : new StageRules(policy, stage).all()) {
        text.append("rule ").append(rule.guardName()).append("_of_").append(stages);
        text.append(" when %").append(stages).append(" !empty {\n  %").append(stages);
        text.append(" {\n");
        rule.body().forEach(line -> text.append("    ").append(line).append('\n'));
        text.append("  }\n}\n\n");
      }
    }
    return text.toString();
  }
}
