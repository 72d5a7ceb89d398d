package dev.iacguard.cli.report;

import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The result of all rules together for a stage, from the best to the worst. A note does not count.
 */
public enum Compliance {
  COMPLIANT("compliant", Verdict.Kind.PASS),
  UNKNOWN("unknown", Verdict.Kind.UNKNOWN),
  CONDITIONAL("conditional", Verdict.Kind.CONDITIONAL),
  FAILING("failing", Verdict.Kind.FAIL);

  private final String label;
  private final Verdict.Kind kind;

  Compliance(String label, Verdict.Kind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** As written in reports. */
  public String label() {
    return label;
  }

  public static Compliance of(StageFacts stage) {
    return switch (stage.standing()) {
      case FAIL -> FAILING;
      case CONDITIONAL -> CONDITIONAL;
      case UNKNOWN -> UNKNOWN;
      case PASS, NOT_APPLICABLE -> COMPLIANT;
    };
  }

  /** The rules that make the stage what it is, sorted; none for a compliant stage. */
  public List<String> rules(StageFacts stage) {
    List<String> rules = new ArrayList<>();
    if (this != COMPLIANT) {
      for (Map.Entry<String, Verdict.Kind> verdict : stage.verdicts().entrySet()) {
        if (verdict.getValue() == kind && !stage.notes().contains(verdict.getKey())) {
          rules.add(verdict.getKey());
        }
      }
      rules.sort(null);
    }
    return rules;
  }
}
