package dev.iacguard.rules.policy;

import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;

/** Matches a string, which may have holes, against a pattern with {@code *} for any characters. */
public final class Glob {
  private static final char HOLE = '\uFFFC';
  private static final int MAX_LENGTH = 2_048;

  /** How a text with holes stands to a pattern. */
  public enum Match {
    YES,
    NO,
    /** It depends on the holes. */
    PERHAPS
  }

  private final String pattern;
  private final String text;
  private final boolean holesAreAnything;

  private Glob(String pattern, String text, boolean holesAreAnything) {
    this.pattern = pattern;
    this.text = text;
    this.holesAreAnything = holesAreAnything;
  }

  public static Match match(String pattern, Value.Text value) {
    StringBuilder text = new StringBuilder();
    for (TextPart part : value.parts()) {
      if (part instanceof TextPart.Literal literal) {
        text.append(literal.text());
      } else {
        text.append(HOLE);
      }
    }
    if (pattern.length() > MAX_LENGTH || text.length() > MAX_LENGTH) {
      return Match.PERHAPS;
    }
    if (new Glob(pattern, text.toString(), false).matches()) {
      return Match.YES;
    }
    return new Glob(pattern, text.toString(), true).matches() ? Match.PERHAPS : Match.NO;
  }

  /** Row by row from the end; a cell says whether the rests of pattern and text match. */
  private boolean matches() {
    boolean[] below = new boolean[text.length() + 1];
    for (int i = pattern.length(); i >= 0; i--) {
      boolean[] row = new boolean[text.length() + 1];
      for (int j = text.length(); j >= 0; j--) {
        row[j] = cell(i, j, row, below);
      }
      below = row;
    }
    return below[0];
  }

  private boolean cell(int i, int j, boolean[] row, boolean[] below) {
    boolean patternLeft = i < pattern.length();
    boolean textLeft = j < text.length();
    if (!patternLeft && !textLeft) {
      return true;
    }
    if (patternLeft && pattern.charAt(i) == '*' && (below[j] || (textLeft && row[j + 1]))) {
      return true;
    }
    if (textLeft && text.charAt(j) == HOLE) {
      return holesAreAnything && (row[j + 1] || (patternLeft && below[j]));
    }
    return patternLeft && textLeft && pattern.charAt(i) == text.charAt(j) && below[j + 1];
  }
}
