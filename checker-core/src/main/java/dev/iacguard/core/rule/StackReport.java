package dev.iacguard.core.rule;

import dev.iacguard.core.model.Problem;
import java.util.List;

/**
 * All that is said of one stack.
 *
 * @param verdicts every verdict, pass and not-applicable among them, sorted by place
 * @param stages sorted by place
 */
public record StackReport(
    String stack, List<Verdict> verdicts, List<StageFacts> stages, List<Problem> problems) {}
