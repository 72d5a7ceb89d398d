package dev.iacguard.cli.report;

import dev.iacguard.core.rule.report.StageFacts;
import java.util.List;

/** Counts the stages of each kind. A conditional stage is not compliant. */
public record Tally(int stages, int compliant, int failing, int conditional, int unknown) {

  public static Tally of(List<StageFacts> stages) {
    int compliant = 0;
    int failing = 0;
    int conditional = 0;
    int unknown = 0;
    for (StageFacts stage : stages) {
      switch (Compliance.of(stage)) {
        case COMPLIANT -> compliant++;
        case FAILING -> failing++;
        case CONDITIONAL -> conditional++;
        case UNKNOWN -> unknown++;
      }
    }
    return new Tally(stages.size(), compliant, failing, conditional, unknown);
  }

  public int nonCompliant() {
    return failing + conditional;
  }

  /** The part of the stages that is known to be compliant, from 0 to 1; 1 when there is none. */
  public double adherence() {
    return stages == 0 ? 1 : (double) compliant / stages;
  }
}
