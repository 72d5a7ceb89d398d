package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Finding.Related;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.rules.check.LoggingRoleNotSet;
import dev.iacguard.rules.check.StackInTree.Tree;
import java.util.List;

/** Names the stacks of the tree that may set the role which another stack needs. */
public final class RoleSetters {
  private static final String RULE = LoggingRoleNotSet.ID;

  private RoleSetters() {}

  /** The report, with those stacks at the verdicts on a role that the stack does not set. */
  public static StackReport named(StackReport report, Tree tree) {
    List<Related> setters =
        report.facts().unset().stream()
            .flatMap(target -> tree.setters(report.stack(), target).stream())
            .distinct()
            .map(setter -> new Related("may be set by " + setter.resource(), setter.at()))
            .toList();
    return setters.isEmpty()
        ? report
        : new StackReport(
            report.stack(),
            report.verdicts().stream().map(verdict -> named(verdict, setters)).toList(),
            report.stages(),
            report.problems(),
            report.facts());
  }

  private static Verdict named(Verdict verdict, List<Related> setters) {
    Finding finding = verdict.finding();
    boolean unset =
        verdict.rule().id().equals(RULE)
            && verdict.subject().id().equals(verdict.subject().stack());
    return finding == null || !unset ? verdict : verdict.with(finding.with(setters));
  }
}
