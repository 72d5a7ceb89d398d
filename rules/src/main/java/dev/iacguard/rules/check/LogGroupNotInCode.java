package dev.iacguard.rules.check;

import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.LogDestination;

/** What is not in the code cannot be judged: neither how long it keeps events nor its tags. */
public final class LogGroupNotInCode implements Rule<LogDestination, Policy> {
  public static final RuleInfo INFO =
      new RuleInfo(
          "IG204",
          "log-group-not-in-code",
          "Log group is not declared in this code",
          Severity.NOTE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Outcome check(LogDestination target, Policy policy) {
    return switch (target.destination()) {
      case Destination.LogGroup log -> Outcome.pass();
      case Destination.OutsideLogGroup outside -> Outcome.fail(finding(outside, target));
      default -> Outcome.notApplicable();
    };
  }

  private static Finding finding(Destination.OutsideLogGroup outside, LogDestination target) {
    Value.Text text = outside.name();
    boolean shown = text != null && text.known() != null && !text.origin().sensitive();
    String name = text != null && shown ? text.known() + " " : "";
    return Finding.of("log group " + name + "is not declared in this code", target.at().at())
        .labelled("its retention and tags are not known")
        .because(target.at())
        .helped("declare it next to the stage, or check both directories together");
  }
}
