package dev.iacguard.rules.check;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.value.Misspelling;

/**
 * Checks that log groups are encrypted with a key of the organisation, where the policy asks for
 * it.
 */
public final class LogGroupUnencrypted extends LogGroupRule {
  LogGroupUnencrypted() {
    super(
        "IG206",
        "log-group-unencrypted",
        "Log group has no customer-managed KMS key",
        Severity.OFF);
  }

  @Override
  public Outcome check(LogSink group) {
    return switch (group.key()) {
      case Value.Null none ->
          Outcome.fail(
              Misspelling.explain(
                  group.misspeltKey(),
                  Finding.of("log group has no customer-managed KMS key", group.resource().header())
                      .helped("set it to the ARN of a KMS key")));
      case Value.Text text when text.parts().isEmpty() ->
          Outcome.fail(
              Finding.of("log group has no customer-managed KMS key", text.origin().at())
                  .because(text.origin())
                  .helped("set it to the ARN of a KMS key"));
      case Value.Unknown unknown when !unknown.notNull() && !isOfResource(unknown) ->
          Words.cannotTell("whether the log group is encrypted", Uncertainty.about(unknown));
      default -> Outcome.pass();
    };
  }

  private static boolean isOfResource(Value.Unknown unknown) {
    return unknown.references().stream().anyMatch(Reference.ToResource.class::isInstance);
  }
}
