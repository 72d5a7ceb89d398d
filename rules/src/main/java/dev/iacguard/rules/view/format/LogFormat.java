package dev.iacguard.rules.view.format;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An access log format, read as API Gateway reads it. */
public final class LogFormat {
  private static final String BRACES = "${context.name} is not a documented form";

  private final FormatReading reading;
  private final List<Uncertainty> uncertainties;
  private final Value.Text text;
  private final Origin at;

  private LogFormat(
      FormatReading reading, List<Uncertainty> uncertainties, Value.Text text, Origin at) {
    this.reading = reading;
    this.uncertainties = uncertainties;
    this.text = text;
    this.at = at;
  }

  /** What the log lines look like: the kinds the console offers samples of. */
  public enum Kind {
    JSON,
    CLF,
    CSV,
    XML,
    OTHER,
    UNKNOWN
  }

  /** Reads a format that was resolved in one scenario; a number is as good as its digits. */
  public static LogFormat of(Value format, Formats formats) {
    return switch (format) {
      case Value.Text text -> of(text, formats);
      case Value.Numeric number -> of(text(Numbers.text(number.value()), number), formats);
      case Value.Bool bool -> of(text(String.valueOf(bool.value()), bool), formats);
      case Value.Unknown unknown -> unknown(Uncertainty.about(unknown), formats);
      default ->
          unknown(
              new Uncertainty(
                  "the format is not a string", "write it as a string", format.origin()),
              formats);
    };
  }

  private static Value.Text text(String text, Value written) {
    return Value.Text.of(text, written.origin());
  }

  private static LogFormat unknown(Uncertainty uncertainty, Formats formats) {
    Value.Text nothing = new Value.Text(List.of(), uncertainty.origin());
    return new LogFormat(formats.of(nothing), List.of(uncertainty), nothing, uncertainty.origin());
  }

  private static LogFormat of(Value.Text text, Formats formats) {
    FormatReading reading = formats.of(text);
    List<Uncertainty> uncertainties = new ArrayList<>();
    if (reading.braced()) {
      uncertainties.add(new Uncertainty(BRACES, "write $context.name", text.origin()));
    }
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Hole hole
          && hole.value() instanceof Value.Unknown unknown
          && mayHoldVariables(unknown)) {
        uncertainties.add(Uncertainty.about(unknown.withOrigin(text.origin())));
      }
    }
    return new LogFormat(reading, List.copyOf(uncertainties), text, text.origin());
  }

  /** The names of accounts, Regions and stacks have no dollar sign. */
  private static boolean mayHoldVariables(Value.Unknown unknown) {
    return unknown.cause() != Cause.DEPLOYMENT;
  }

  public Kind kind() {
    return reading.kind();
  }

  /** The variables with {@code $context.} in front, in order, each once. */
  public List<String> variables() {
    return reading.variables();
  }

  /** False when unknown pieces may hold more variables. */
  public boolean complete() {
    return uncertainties.isEmpty();
  }

  /** True when no text of it is known. */
  public boolean isUnknown() {
    return !complete() && text.parts().stream().noneMatch(TextPart.Literal.class::isInstance);
  }

  /** Why it is not complete; empty when it is. */
  public List<Uncertainty> uncertainties() {
    return uncertainties;
  }

  /** True when a line is one JSON object; unknown pieces are taken to fit. */
  public boolean makesObjects() {
    return reading.objects();
  }

  /**
   * The members of a JSON format and what they hold, as {@link JsonLines#members} has them; of any
   * other its variables, each by itself.
   */
  public Map<String, String> members() {
    return reading.members();
  }

  /** How much one request writes, as an estimate. */
  public LineSize size() {
    return reading.size();
  }

  /** The format with its unknown pieces; empty when nothing of it is known. */
  public Value.Text text() {
    return text;
  }

  /** Where it is written. */
  public Origin at() {
    return at;
  }

  /** True for what looks like JSON and makes no JSON objects. */
  public boolean isBrokenJson() {
    return kind() == Kind.JSON && !makesObjects();
  }
}
