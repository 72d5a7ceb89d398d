package dev.iacguard.rules.export;

import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.format.ApiKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the rules on stages that the policy turns on as rules of Guard. */
record StageRules(Policy policy, StagePaths stage) {

  /** Sorted by id. */
  List<GuardRule> all() {
    FormatChecks format = new FormatChecks(policy, stage);
    Map<String, List<String>> bodies = new TreeMap<>();
    bodies.put("IG101", accessLog());
    bodies.put("IG103", when(stage.destination(), destination()));
    bodies.put("IG104", when(stage.format(), format.requiredFields()));
    bodies.put("IG105", when(stage.format(), format.knownVariables()));
    bodies.put("IG107", when(stage.format(), format.accepted()));
    bodies.put("IG108", when(stage.format(), format.withoutSecrets()));
    bodies.put(
        "IG109",
        new TagChecks(stage, policy.tags().exactKeys()).required(policy.stage().requiredTags()));
    bodies.put("IG110", dataTrace());
    List<GuardRule> rules = new ArrayList<>();
    for (RuleInfo info : RuleSet.infos()) {
      List<String> body = bodies.getOrDefault(info.id(), List.of());
      if (!body.isEmpty() && policy.severity(info) != Severity.OFF) {
        rules.add(new GuardRule(info.id(), info.name(), body));
      }
    }
    return List.copyOf(rules);
  }

  private List<String> accessLog() {
    return List.of(
        GuardRule.clause(stage.destination() + " exists", "stage has no access log"),
        GuardRule.clause(stage.destination() + " == /[\\s\\S]/", "access log has no destination"),
        GuardRule.clause(stage.format() + " exists", "access log has no format"),
        GuardRule.clause(stage.format() + " == /[\\s\\S]/", "access log has no format"));
  }

  private List<String> destination() {
    boolean rest = stage.kinds().equals(List.of(ApiKind.REST));
    String stream = rest ? "|:deliverystream\\/amazon-apigateway-" : "";
    return List.of(
        GuardRule.clause(
            stage.destination() + " == /:log-group:" + stream + "/",
            rest
                ? "access log goes neither to a log group nor to a Firehose stream named"
                    + " amazon-apigateway-*"
                : "access log does not go to a log group"));
  }

  private List<String> dataTrace() {
    List<String> lines = new ArrayList<>();
    for (StagePaths.Settings settings : stage.methods()) {
      String on = settings.trace() + " in [true, \"true\"]";
      String message = "execution log contains full requests and responses";
      if (settings.single()) {
        String off =
            GuardRule.clause(settings.each() + "." + settings.level() + " == \"OFF\"", message);
        lines.addAll(block(settings.each() + "." + on, List.of(off)));
      } else {
        String several = settings.each() + "[ " + on + " ]";
        String whole = settings.each().replaceFirst("\\.\\*$", "");
        String off = GuardRule.clause(several + "." + settings.level() + " == \"OFF\"", message);
        lines.addAll(block(whole + " exists " + whole + " !empty", List.of(off)));
      }
    }
    return lines;
  }

  /** Asks only where a setting is there and not empty. */
  private static List<String> when(String setting, List<String> clauses) {
    return clauses.isEmpty() ? clauses : block(setting + " == /[\\s\\S]/", clauses);
  }

  private static List<String> block(String condition, List<String> clauses) {
    List<String> lines = new ArrayList<>();
    lines.add("when " + condition + " {");
    clauses.forEach(clause -> lines.add("  " + clause));
    lines.add("}");
    return lines;
  }
}
