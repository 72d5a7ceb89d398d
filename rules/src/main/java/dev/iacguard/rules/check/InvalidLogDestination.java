package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.AccessLog;
import dev.iacguard.rules.view.Destination;
import dev.iacguard.rules.view.NameForArn;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the log destination is one that API Gateway accepts: a log group, or a Firehose
 * stream of its own.
 */
public final class InvalidLogDestination extends Rule<Stage, Policy> {
  /** What the name of a Firehose stream has to start with (API Gateway developer guide). */
  private static final String STREAM_PREFIX = "amazon-apigateway-";

  InvalidLogDestination() {
    super("IG103", "invalid-log-destination", "Access log destination is invalid", Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, Policy policy) {
    if (!(stage.accessLog() instanceof AccessLog.Written log) || !log.hasDestination()) {
      return Outcome.notApplicable();
    }
    Destination destination = stage.destination(log);
    String elsewhere = stage.misplacement(log, destination);
    return switch (destination) {
      case Destination.LogGroup group when elsewhere == null -> Outcome.pass();
      case Destination.OutsideLogGroup group when elsewhere == null -> Outcome.pass();
      case Destination.LogGroup group -> misplaced(log, elsewhere);
      case Destination.OutsideLogGroup group -> misplaced(log, elsewhere);
      case Destination.Firehose stream when elsewhere != null -> misplaced(log, elsewhere);
      case Destination.Invalid invalid -> invalid(stage, log, invalid.why());
      case Destination.Firehose stream -> firehose(stage, log, stream.name());
      case Destination.Uncertain uncertain ->
          Words.cannotTell("where the access log goes", uncertain.uncertainty());
    };
  }

  private static Outcome invalid(Stage stage, AccessLog.Written log, String why) {
    Finding finding =
        finding(
            log,
            "access log destination " + why,
            "use the ARN of a log group, or of a Firehose stream named " + STREAM_PREFIX + "*");
    NameForArn name = stage.nameForArn(log);
    return Outcome.fail(
        finding.fixedBy(
            name == null
                ? new Fix.Withheld("the intended log group is not certain")
                : Fix.change(new Intention.ReadAttribute(name.at(), name.arn()))));
  }

  private static Outcome firehose(Stage stage, AccessLog.Written log, Value.@Nullable Text name) {
    String start = start(name);
    int length = Math.min(start.length(), STREAM_PREFIX.length());
    if (!start.startsWith(STREAM_PREFIX.substring(0, length))) {
      return fail(
          log,
          "Firehose stream is not named " + STREAM_PREFIX + "*",
          "API Gateway writes only to streams whose name starts with " + STREAM_PREFIX);
    }
    if (length < STREAM_PREFIX.length()) {
      boolean known = name != null && name.known() != null;
      return known
          ? fail(log, "Firehose stream is not named " + STREAM_PREFIX + "*", "")
          : Words.cannotTell(
              "whether API Gateway may write to the Firehose stream",
              new Uncertainty("its name is not known", "", log.destination().origin()));
    }
    if (stage.api() != ApiKind.REST) {
      Origin origin = log.destination().origin();
      return Outcome.fail(
          Finding.of(stage.api().prose() + " stage logs to a Firehose stream", origin.at())
              .labelled("AWS documents this for REST APIs only")
              .because(origin)
              .helped("log to a log group")
              .weighing(Severity.WARNING));
    }
    return Outcome.pass();
  }

  private static Outcome misplaced(AccessLog.Written log, String elsewhere) {
    return fail(
        log,
        "access log destination " + elsewhere,
        "log to the stage's own account, Region and partition");
  }

  private static String start(Value.@Nullable Text name) {
    return name != null
            && !name.parts().isEmpty()
            && name.parts().get(0) instanceof TextPart.Literal literal
        ? literal.text()
        : "";
  }

  private static Outcome fail(AccessLog.Written log, String message, String help) {
    return Outcome.fail(finding(log, message, help));
  }

  private static Finding finding(AccessLog.Written log, String message, String help) {
    Origin origin = log.destination().origin();
    return Finding.of(message, origin.at()).because(origin).helped(help);
  }
}
