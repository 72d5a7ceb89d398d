package dev.iacguard.cli.report;

import dev.iacguard.core.rule.StageFacts;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What all rules together say of a stage, from the best to the worst. A note does not count. */
enum Compliance {
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
  String label() {
    return label;
  }

  static Compliance of(StageFacts stage) {
    Compliance worst = COMPLIANT;
    for (Map.Entry<String, Verdict.Kind> verdict : stage.verdicts().entrySet()) {
      for (Compliance compliance : values()) {
        if (compliance.isShownBy(verdict, stage) && compliance.compareTo(worst) > 0) {
          worst = compliance;
        }
      }
    }
    return worst;
  }

  /** The rules that make the stage what it is, sorted; none for a compliant stage. */
  List<String> rules(StageFacts stage) {
    List<String> rules = new ArrayList<>();
    if (this != COMPLIANT) {
      for (Map.Entry<String, Verdict.Kind> verdict : stage.verdicts().entrySet()) {
        if (isShownBy(verdict, stage)) {
          rules.add(verdict.getKey());
        }
      }
      rules.sort(null);
    }
    return rules;
  }

  private boolean isShownBy(Map.Entry<String, Verdict.Kind> verdict, StageFacts stage) {
    return verdict.getValue() == kind && !stage.notes().contains(verdict.getKey());
  }
}
