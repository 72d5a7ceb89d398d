package dev.iacguard.rules.check;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogDestination;

/**
 * Reports a log group that the code does not declare: neither its retention nor its tags can be
 * judged.
 */
public final class LogGroupNotInCode extends Rule<LogDestination, Policy> {
  LogGroupNotInCode() {
    super(
        "IG204", "log-group-not-in-code", "Log group is not declared in this code", Severity.NOTE);
  }

  @Override
  public Outcome check(LogDestination target, Policy policy) {
    return switch (target.destination()) {
      case Destination.LogGroup log -> Outcome.pass();
      case Destination.OutsideLogGroup outside -> Outcome.fail(finding(outside, target));
      default -> Outcome.notApplicable();
    };
  }

  /** Why nothing is known of a log group that is elsewhere. */
  static Uncertainty uncertainty(LogDestination target) {
    boolean exported =
        target.destination() instanceof Destination.OutsideLogGroup outside && outside.exported();
    return exported
        ? new Uncertainty(
            "it is not in the export", "export the log groups of its account too", target.at())
        : new Uncertainty("it is not declared in this code", "declare it here", target.at());
  }

  private static Finding finding(Destination.OutsideLogGroup outside, LogDestination target) {
    Value.Text text = outside.name();
    boolean shown = text != null && text.known() != null && !text.origin().sensitive();
    String name = text != null && shown ? text.known() + " " : "";
    return Finding.of(
            "log group "
                + name
                + (outside.exported() ? "is not in the export" : "is not declared in this code"),
            target.at().at())
        .labelled("its retention and tags are not known")
        .because(target.at())
        .helped(
            outside.exported()
                ? "export the log groups of its account too"
                : "declare it next to the stage, or check both directories together")
        .rootedIn(uncertainty(target).rootCause().leading());
  }
}
