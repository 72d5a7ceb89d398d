package dev.iacguard.core.engine.baseline;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.StackPath;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import java.util.function.UnaryOperator;

/**
 * A finding of an earlier run.
 *
 * @param rule its id
 * @param stack the path in the tree; empty for the root
 * @param resource the subject's address; the stack where the stack as a whole was judged
 * @param fingerprint see {@link ReportedFinding#fingerprint()}
 */
public record BaselineFinding(
    String rule, String stack, String resource, Verdict.Kind verdict, String fingerprint) {

  /**
   * @param inTree turns a shown path into the path in the tree
   */
  public static BaselineFinding of(ReportedFinding reportedFinding, UnaryOperator<String> inTree) {
    return of(reportedFinding.verdict(), reportedFinding.fingerprint(), inTree);
  }

  static BaselineFinding of(Verdict verdict, String fingerprint, UnaryOperator<String> inTree) {
    Subject subject = verdict.subject();
    String stack = inTree.apply(subject.stack());
    return new BaselineFinding(
        verdict.rule().id(),
        stack,
        subject.id().equals(subject.stack()) ? stack : subject.id(),
        verdict.kind(),
        fingerprint);
  }

  /** The path of the stack's folder or file in the tree, without the name of a variant. */
  public String stackPath() {
    return StackPath.of(stack);
  }

  BaselineFinding judged(Verdict.Kind other) {
    return new BaselineFinding(rule, stack, resource, other, fingerprint);
  }
}
