package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import java.util.List;

/**
 * A test of a custom rule: a subject and the expected outcome.
 *
 * @param subject the fields of the subject
 * @param unknown fields that are not known, as paths: {@code logGroup.retentionDays}
 * @param expected pass, fail, unknown or not-applicable
 */
public record RuleTest(
    String name, Value subject, List<Phrase> unknown, Verdict.Kind expected, Span at) {

  public RuleTest {
    unknown = List.copyOf(unknown);
  }
}
