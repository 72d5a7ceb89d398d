package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with expressions in braces: {@code stage {stage.name} has no team}. A brace itself is
 * written twice.
 */
final class MessageTemplate {
  private static final String NOT_KNOWN = "…";
  private static final int MOST_LENGTH = 1_000;

  private final List<Piece> pieces;

  private MessageTemplate(List<Piece> pieces) {
    this.pieces = pieces;
  }

  private sealed interface Piece {
    record Words(String text) implements Piece {}

    record Hole(Expression expression) implements Piece {}
  }

  /** Null when something is wrong with it, which is added to the problems. */
  static @Nullable MessageTemplate of(
      Phrase phrase, Target.Kind subject, Expressions expressions, List<Problem> problems) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    String text = phrase.text();
    boolean good = true;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
      if ((c != '{' && c != '}') || twice) {
        words.append(c);
        at += twice && (c == '{' || c == '}') ? 1 : 0;
        continue;
      }
      int end = text.indexOf('}', at);
      if (c == '}' || end < 0) {
        String what = c == '}' ? "no brace is open at this position" : "the brace is not closed";
        problems.add(Problem.unreadable(phrase.placeOf(at), what + "; write a brace itself twice"));
        return null;
      }
      pieces.add(new Piece.Words(words.toString()));
      words.setLength(0);
      Phrase inner = new Phrase(text.substring(at + 1, end), phrase.placeOf(at + 1));
      Expression expression = expressions.compile(subject, inner);
      good &= expression != null;
      if (expression != null) {
        pieces.add(new Piece.Hole(expression));
      }
      at = end;
    }
    pieces.add(new Piece.Words(words.toString()));
    return good ? new MessageTemplate(pieces) : null;
  }

  Uses uses() {
    Uses uses = new Uses(List.of());
    for (Piece piece : pieces) {
      uses = piece instanceof Piece.Hole hole ? uses.and(hole.expression.uses()) : uses;
    }
    return uses;
  }

  /** The message; what cannot be evaluated is an ellipsis. One line. */
  String fill(CelInput celInput) {
    StringBuilder message = new StringBuilder();
    for (Piece piece : pieces) {
      message.append(
          switch (piece) {
            case Piece.Words words -> words.text;
            case Piece.Hole hole -> text(hole.expression.evaluate(celInput));
          });
    }
    String line = message.toString().replaceAll("\\s+", " ").strip();
    return line.length() <= MOST_LENGTH ? line : line.substring(0, MOST_LENGTH) + NOT_KNOWN;
  }

  private static String text(Answer answer) {
    return answer instanceof Answer.Known known ? String.valueOf(known.value()) : NOT_KNOWN;
  }
}
