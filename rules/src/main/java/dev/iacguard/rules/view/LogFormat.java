package dev.iacguard.rules.view;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An access log format, read as API Gateway reads it.
 *
 * @param kind what the log lines will look like
 * @param variables the variables with {@code $context.} in front, in order, each once
 * @param complete false when unknown pieces may hold more variables
 * @param doubts why it is not complete; empty when it is
 * @param text the format with its unknown pieces; empty when nothing of it is known
 * @param at where it is written
 */
public record LogFormat(
    Kind kind,
    List<String> variables,
    boolean complete,
    List<Doubt> doubts,
    Value.Text text,
    Origin at) {

  private static final String BRACES = "${context.name} is a form that no documentation promises";

  /** What the log lines look like: the kinds the console offers samples of. */
  public enum Kind {
    JSON,
    CLF,
    CSV,
    XML,
    OTHER,
    UNKNOWN
  }

  /** Reads a format that was settled in one world; a number is as good as its digits. */
  public static LogFormat of(Value format) {
    return switch (format) {
      case Value.Text text -> of(text);
      case Value.Numeric number -> of(Value.Text.of(Numbers.text(number.value()), number.origin()));
      case Value.Bool bool -> of(Value.Text.of(String.valueOf(bool.value()), bool.origin()));
      case Value.Unknown unknown -> unknown(Doubt.about(unknown));
      default ->
          unknown(new Doubt("the format is not a text", "write it as a text", format.origin()));
    };
  }

  private static LogFormat unknown(Doubt doubt) {
    Value.Text nothing = new Value.Text(List.of(), doubt.origin());
    return new LogFormat(Kind.UNKNOWN, List.of(), false, List.of(doubt), nothing, doubt.origin());
  }

  private static LogFormat of(Value.Text text) {
    Set<String> variables = new LinkedHashSet<>();
    StringBuilder known = new StringBuilder();
    List<Doubt> doubts = new ArrayList<>();
    List<TextPart> parts = text.parts();
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case TextPart.Literal literal -> {
          Variables.find(literal.text(), i + 1 < parts.size(), variables);
          known.append(literal.text());
          if (Variables.areBraced(literal.text())) {
            doubts.add(new Doubt(BRACES, "write $context.name", text.origin()));
          }
        }
        case TextPart.Hole hole -> {
          if (hole.value() instanceof Value.Unknown unknown && mayHoldVariables(unknown)) {
            doubts.add(Doubt.about(unknown.withOrigin(text.origin())));
          }
          known.append(Variables.HOLE);
        }
      }
    }
    Kind kind = FormatKind.of(known.toString());
    return new LogFormat(
        kind, List.copyOf(variables), doubts.isEmpty(), doubts, text, text.origin());
  }

  /** The names of accounts, Regions and stacks have no dollar sign. */
  private static boolean mayHoldVariables(Value.Unknown unknown) {
    return unknown.cause() != Cause.DEPLOYMENT;
  }
}
