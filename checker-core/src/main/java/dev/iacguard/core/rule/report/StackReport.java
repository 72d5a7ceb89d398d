package dev.iacguard.core.rule.report;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts, stages and problems of one stack.
 *
 * @param verdicts every verdict, pass and not-applicable among them, sorted by place
 * @param stages sorted by place
 */
public record StackReport(
    String stack,
    List<Verdict> verdicts,
    List<StageFacts> stages,
    List<Problem> problems,
    StackFacts facts) {

  /** A report that tells nothing for judging the tree. */
  public StackReport(
      String stack, List<Verdict> verdicts, List<StageFacts> stages, List<Problem> problems) {
    this(stack, verdicts, stages, problems, StackFacts.NONE);
  }

  /** The same with verdicts that come from looking at the whole tree. */
  public StackReport with(List<Verdict> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Verdict> all = new ArrayList<>(verdicts);
    all.addAll(more);
    return new StackReport(stack, List.copyOf(all), stages, problems, facts);
  }
}
