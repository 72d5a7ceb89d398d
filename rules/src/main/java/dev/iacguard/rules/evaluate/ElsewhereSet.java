package dev.iacguard.rules.evaluate;

import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.rules.check.LoggingRoleNotSet;
import dev.iacguard.rules.check.StackInTree.Tree;
import java.util.List;

/** Names the stacks of a tree that set the account's role, for those that wait for one. */
final class ElsewhereSet {
  private static final int MOST_SHOWN = 3;

  private ElsewhereSet() {}

  /** The report of a stack; the verdict stays what it is, since it may be of another account. */
  static StackReport named(StackReport stack, Tree tree) {
    List<StackFacts.Account> setters = tree.setters(MOST_SHOWN);
    if (setters.isEmpty() || stack.verdicts().stream().noneMatch(ElsewhereSet::waits)) {
      return stack;
    }
    List<Finding.Related> related =
        setters.stream()
            .map(setter -> new Finding.Related("set by " + setter.resource(), setter.at()))
            .toList();
    List<Verdict> verdicts =
        stack.verdicts().stream()
            .map(verdict -> waits(verdict) ? with(related, verdict) : verdict)
            .toList();
    return new StackReport(
        stack.stack(), verdicts, stack.stages(), stack.problems(), stack.facts());
  }

  private static boolean waits(Verdict verdict) {
    return verdict.kind() == Verdict.Kind.UNKNOWN
        && verdict.rule().id().equals(LoggingRoleNotSet.INFO.id())
        && verdict.when().isEmpty();
  }

  private static Verdict with(List<Finding.Related> related, Verdict verdict) {
    Finding finding = verdict.finding();
    return finding == null || !finding.related().isEmpty()
        ? verdict
        : new Verdict(
            verdict.rule(),
            verdict.subject(),
            verdict.declared(),
            verdict.kind(),
            verdict.when(),
            finding.with(related));
  }
}
