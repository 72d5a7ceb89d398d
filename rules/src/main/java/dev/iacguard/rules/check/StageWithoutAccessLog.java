package dev.iacguard.rules.check;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.example.AccessLogExample;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.AccessLogRemedy;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.value.Misspelling;

/** Checks that a declared stage has an access log: a destination and a format. */
public final class StageWithoutAccessLog extends Rule<Stage, Policy> {
  public StageWithoutAccessLog() {
    super("IG101", "stage-without-access-log", "Stage has no access log", Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, Policy policy) {
    if (!stage.declared().isWrittenAsStage()) {
      return Outcome.notApplicable();
    }
    Outcome outcome = judge(stage, policy, "add " + stage.declared().accessLogProperty());
    return outcome instanceof Outcome.Fail fail
        ? Outcome.fail(fail.finding().fixedBy(AccessLogRemedy.of(stage, policy)))
        : outcome;
  }

  /**
   * @param help what to do when there are no settings at all
   */
  static Outcome judge(Stage stage, Policy policy, String help) {
    return switch (stage.accessLog()) {
      case AccessLog.Absent absent -> Outcome.fail(without(absent, stage, policy, help));
      case AccessLog.Uncertain uncertain -> cannotTell(uncertain.uncertainty());
      case AccessLog.Written written -> judge(written);
    };
  }

  private static Finding without(AccessLog.Absent absent, Stage stage, Policy policy, String help) {
    Finding finding = Finding.of("stage has no access log", absent.at().at()).helped(help);
    if (absent.misspelling() != null) {
      finding = Misspelling.explain(absent.misspelling(), finding);
    } else if (!absent.written()) {
      finding = finding.showing(AccessLogExample.of(stage, policy));
    }
    if (absent.written()) {
      return finding.because(absent.at());
    }
    Resource resource = stage.resource();
    return resource.generated() == null
        ? finding.labelled(resource.type() + " without access log settings")
        : finding.rootedIn(RootCause.at(finding.message(), "", resource.header()));
  }

  private static Outcome judge(AccessLog.Written log) {
    Uncertainty uncertainty = log.uncertainty();
    if (uncertainty != null) {
      return cannotTell(uncertainty);
    }
    if (!log.hasDestination()) {
      return incomplete("access log has no destination", "add the ARN of a log group", log);
    }
    return log.hasFormat()
        ? Outcome.pass()
        : incomplete("access log has no format", "add a format", log);
  }

  private static Outcome cannotTell(Uncertainty uncertainty) {
    return Words.cannotTell("whether the stage has an access log", uncertainty);
  }

  private static Outcome incomplete(String message, String help, AccessLog.Written log) {
    Finding finding = Finding.of(message, log.at().at()).because(log.at()).helped(help);
    return Outcome.fail(Misspelling.explain(log.misspelling(), finding));
  }
}
