package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Uncertainty;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.WantedFormat;
import dev.iacguard.rules.remedy.FormatRemedy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.JsonLines;
import dev.iacguard.rules.view.format.JsonMistake;
import dev.iacguard.rules.view.format.LogFormat;
import dev.iacguard.rules.view.format.WrittenFormat;

/**
 * Checks that every log line is one JSON object. Unless the policy requires JSON, only formats that
 * begin like an object are judged.
 */
public final class LogFormatNotStructured extends LogFormatRule {
  private static final String MESSAGE_STRING = "$context.error.messageString";

  LogFormatNotStructured() {
    super(
        "IG106",
        "log-format-not-structured",
        "Access log format does not produce JSON objects",
        Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, LogFormat format, Policy policy) {
    boolean wanted = !(policy.accessLog().format() instanceof WantedFormat.Any);
    return switch (format.kind()) {
      case JSON -> judge(stage, format, policy);
      case UNKNOWN ->
          wanted
              ? Words.cannotTell("whether the access log is JSON", uncertainty(format))
              : notAsked();
      case CLF, CSV, XML, OTHER ->
          wanted
              ? fail(
                  stage,
                  format,
                  "access log format is not JSON",
                  "write it as one JSON object",
                  FormatRemedy.asJson(stage, format, policy))
              : notAsked();
    };
  }

  private static Outcome notAsked() {
    return Outcome.notApplicable();
  }

  private static Outcome judge(Stage stage, LogFormat format, Policy policy) {
    if (format.makesObjects()) {
      return !format.variables().isEmpty() || !format.complete()
          ? Outcome.pass()
          : fail(
              stage,
              format,
              "access log format is the same for every request",
              "log $context variables, $context.requestId first",
              FormatRemedy.withVariables(stage, format, policy));
    }
    if (!format.complete()) {
      return Words.cannotTell("whether the access log lines are JSON", uncertainty(format));
    }
    JsonLines lines = new JsonLines(format.text());
    if (lines.areObjectsButForQuotes()) {
      return fail(
          stage,
          format,
          MESSAGE_STRING + " is quoted, but its value already has quotes",
          "remove the quotes, or use \"$context.error.message\"",
          FormatRemedy.unquoted(format));
    }
    JsonMistake mistake = lines.mistake();
    if (mistake != null) {
      return fail(
          stage,
          format,
          new WrittenFormat(format.at())
              .character(String.valueOf(format.text().known()), mistake.offset()),
          "access log lines are not JSON: " + mistake.what(),
          mistake.help(),
          FormatRemedy.repaired(format));
    }
    String unquoted = lines.unquoted();
    return lines.areObjectsButForMissingQuotes()
        ? fail(
            stage,
            format,
            "access log lines are not JSON: "
                + (unquoted == null ? "a string" : unquoted)
                + " is not quoted",
            "put every variable that is not a number in quotes",
            FormatRemedy.repaired(format))
        : fail(
            stage,
            format,
            "access log lines are not JSON objects",
            "write one JSON object",
            FormatRemedy.repaired(format));
  }

  private static Uncertainty uncertainty(LogFormat format) {
    return format.uncertainties().isEmpty()
        ? new Uncertainty("its start is not known", "", format.at())
        : format.uncertainties().get(0);
  }

  private static Outcome fail(Stage stage, LogFormat format, String message, String help, Fix fix) {
    return fail(stage, format, format.at().at(), message, help, fix);
  }

  private static Outcome fail(
      Stage stage, LogFormat format, Span at, String message, String help, Fix fix) {
    return Outcome.fail(
        Finding.of(message, at)
            .because(format.at())
            .helped(help)
            .fixedBy(fix)
            .rootedIn(cause(format, stage.api()).leading()));
  }
}
