package dev.iacguard.rules.check;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Fields;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.remedy.FormatRemedy;
import dev.iacguard.rules.view.Stage;
import dev.iacguard.rules.view.format.ApiKind;
import dev.iacguard.rules.view.format.LogFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks for formats that API Gateway refuses: without a request id, on several lines, or too long.
 */
public final class LogFormatRefused extends Rule<Stage, Policy> {
  /**
   * Characters; the quota of all kinds of API (API Gateway quotas). The model of version 2 says
   * 1,024, but HTTP and WebSocket APIs take longer ones.
   */
  private static final int LONGEST = 3_072;

  /** Represents an unknown piece, so that nothing is taken to be the end that is not. */
  private static final char PIECE = '\uFFFC';

  LogFormatRefused() {
    super(
        "IG107",
        "log-format-refused",
        "Access log format is rejected by API Gateway",
        Severity.ERROR);
  }

  @Override
  public Outcome check(Stage stage, Policy policy) {
    Value wrong = stage.formatOfWrongType();
    if (wrong != null) {
      return Outcome.fail(noText(wrong));
    }
    LogFormat format = stage.format();
    if (format == null) {
      return Outcome.notApplicable();
    }
    String text = text(format);
    List<String> reasons = new ArrayList<>();
    List<String> help = new ArrayList<>();
    if (isOnSeveralLines(text)) {
      reasons.add("has more than one line");
      help.add("write it on one line");
    }
    if (text.contains("$input.") || text.contains("$stageVariables.")) {
      reasons.add("uses $input or $stageVariables");
      help.add("use $context variables only");
    }
    if (text.length() > LONGEST) {
      reasons.add("is longer than " + LONGEST + " characters");
      help.add("remove fields");
    }
    boolean hasId = Fields.REQUEST_ID.isIn(format.variables(), ApiKind.REST);
    if (!hasId && format.complete()) {
      reasons.add("has neither $context.requestId nor $context.extendedRequestId");
      help.add("add $context.requestId");
    }
    if (!reasons.isEmpty()) {
      Finding finding = finding(stage, format, reasons, help);
      return Outcome.fail(finding.fixedBy(fix(format, text, reasons.size(), hasId)));
    }
    if (!hasId) {
      return Words.cannotTell(
          "whether the access log format has a request id", format.uncertainties().get(0));
    }
    return Outcome.pass();
  }

  private static Finding noText(Value wrong) {
    String what = wrong instanceof Value.Mapping ? "a mapping" : "a list";
    return Finding.of("access log format is " + what + ", not a string", wrong.origin().at())
        .because(wrong.origin())
        .helped("write it as a quoted string, or use jsonencode or Fn::ToJsonString");
  }

  private static Finding finding(
      Stage stage, LogFormat format, List<String> reasons, List<String> help) {
    return Finding.of("access log format " + Words.list(reasons), format.at().at())
        .because(format.at())
        .helped(Words.list(help))
        .rootedIn(LogFormatRule.cause(format, stage.api()));
  }

  /** Only for one mistake at a time, and none that would cost a field. */
  private static @Nullable Fix fix(LogFormat format, String text, int reasons, boolean hasId) {
    if (reasons > 1) {
      return FormatRemedy.uncertain();
    }
    if (isOnSeveralLines(text)) {
      return FormatRemedy.onOneLine(format);
    }
    return hasId ? null : FormatRemedy.withRequestId(format);
  }

  private static String text(LogFormat format) {
    String known = format.text().known();
    if (known != null) {
      return known;
    }
    StringBuilder text = new StringBuilder();
    for (TextPart part : format.text().parts()) {
      if (part instanceof TextPart.Literal literal) {
        text.append(literal.text());
      } else {
        text.append(PIECE);
      }
    }
    return text.toString();
  }

  /** A line break at the very end is allowed. */
  private static boolean isOnSeveralLines(String text) {
    int end = text.length();
    while (end > 0 && isBreak(text.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (isBreak(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
