package dev.iacguard.rules.check;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.view.LogSink;
import dev.iacguard.rules.view.Protection;
import dev.iacguard.rules.view.value.Misspelling;

/**
 * Checks that log events outlive the stack that declares their log group, where the policy asks for
 * it.
 */
public final class LogGroupCanBeDeleted extends LogGroupRule {
  LogGroupCanBeDeleted() {
    super(
        "IG207",
        "log-group-can-be-deleted",
        "Log group can be deleted with its stack",
        Severity.OFF);
  }

  @Override
  public Outcome check(LogSink group) {
    Protection protection = group.protection();
    if (protection.stays()) {
      return Outcome.pass();
    }
    return protection.uncertainty() == null
        ? Outcome.fail(
            Misspelling.explain(
                group.misplacedPolicy(),
                Finding.of("log group is deleted with its stack", group.resource().header())
                    .helped(help(group.resource()))))
        : Words.cannotTell("whether the log group can be deleted", protection.uncertainty());
  }

  private static String help(Resource group) {
    String name =
        group.isOfTemplate()
            ? "DeletionPolicy"
            : group.type().startsWith("awscc_") ? "deletion_protection_enabled" : "skip_destroy";
    Object value = group.isOfTemplate() ? "\"Retain\"" : true;
    String verb = group.attributes().has(name) ? "set " : "add ";
    return verb + Words.setting(group.header().path(), name, value);
  }
}
