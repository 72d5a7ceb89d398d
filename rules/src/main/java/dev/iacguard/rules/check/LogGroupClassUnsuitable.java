package dev.iacguard.rules.check;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.view.LogSink;
import java.util.List;

/** Checks that the class of the log group keeps events and supports its metric filters. */
public final class LogGroupClassUnsuitable extends LogGroupRule {
  private static final String STANDARD = "STANDARD";

  LogGroupClassUnsuitable() {
    super(
        "IG205",
        "log-group-class-unsuitable",
        "Log group class is unsuitable for access logs",
        Severity.WARNING);
  }

  @Override
  public Outcome check(LogSink group) {
    Value logClass = group.logClass();
    String name =
        switch (logClass) {
          case Value.Null none -> STANDARD;
          // A state has it empty where no class was answered.
          case Value.Text text when "".equals(text.known()) -> STANDARD;
          case Value.Text text when text.known() != null -> text.known();
          default -> null;
        };
    if ("DELIVERY".equals(name)) {
      return Outcome.fail(
          finding(group, "log group of class DELIVERY keeps events for only 1 day"));
    }
    if (STANDARD.equals(name)) {
      return Outcome.pass();
    }
    if (!"INFREQUENT_ACCESS".equals(name)) {
      return Words.cannotTell("whether the log group's class is suitable", uncertainty(logClass));
    }
    Resource filter = group.metricFilter();
    return filter == null
        ? Outcome.pass()
        : Outcome.fail(
            finding(group, "log group of class INFREQUENT_ACCESS cannot have metric filters")
                .with(List.of(new Finding.Related("its metric filter", filter.header()))));
  }

  private static Uncertainty uncertainty(Value logClass) {
    return logClass instanceof Value.Unknown unknown
        ? Uncertainty.about(unknown)
        : new Uncertainty("this class is not known", "use class STANDARD", logClass.origin());
  }

  private static Finding finding(LogSink group, String message) {
    Origin origin = group.logClass().origin();
    String name = group.isTemplate() ? "LogGroupClass" : "log_group_class";
    return Finding.of(message, origin.at())
        .because(origin)
        .helped("set " + Words.setting(origin.at().path(), name, '"' + STANDARD + '"'));
  }
}
