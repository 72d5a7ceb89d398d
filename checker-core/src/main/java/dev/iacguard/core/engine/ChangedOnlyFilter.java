package dev.iacguard.core.engine;

import dev.iacguard.core.model.Stack;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Filters out what a plan does not change, where only changes are asked for. */
final class ChangedOnlyFilter {
  private ChangedOnlyFilter() {}

  /**
   * The verdicts on what is asked for, on what a stage logs to that is asked for, and, where
   * anything is left, on the stack as a whole.
   */
  static StackReport only(StackReport report, Stack stack) {
    List<StageFacts> stages =
        report.stages().stream().filter(stage -> stack.isAskedFor(stage.id())).toList();
    Set<String> targets = new HashSet<>();
    for (StageFacts stage : stages) {
      StageFacts.Destination destination = stage.accessLog().destination();
      if (destination != null && destination.resource() != null) {
        targets.add(destination.resource());
      }
    }
    List<Verdict> verdicts =
        report.verdicts().stream()
            .filter(
                verdict -> {
                  String subject = verdict.subject().id();
                  return stack.isAskedFor(subject)
                      || targets.contains(subject)
                      || (subject.equals(report.stack()) && !stages.isEmpty());
                })
            .toList();
    StackFacts facts = report.facts();
    return new StackReport(
        report.stack(),
        verdicts,
        stages,
        report.problems(),
        new StackFacts(
            facts.accounts(),
            facts.formats().stream().filter(format -> stack.isAskedFor(format.stage())).toList(),
            facts.unset(),
            facts.stages()));
  }
}
