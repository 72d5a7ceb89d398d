package dev.iacguard.core.edit;

import dev.iacguard.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Replaces words in a string. They have no character that any syntax escapes. */
final class WordEdits {
  private WordEdits() {}

  /** All places where a word stands by itself: no longer name begins with it. */
  static EditResult of(Intention.ReplaceWords intention) {
    Span at = intention.at();
    String written = at.text();
    List<Edit> edits = new ArrayList<>();
    for (Map.Entry<String, String> word : intention.words().entrySet()) {
      String old = word.getKey();
      int found = written.indexOf(old);
      if (found < 0) {
        return EditResult.impossible(old + " is not written at " + at);
      }
      for (; found >= 0; found = written.indexOf(old, found + old.length())) {
        int end = found + old.length();
        if (end == written.length() || !continues(written, end)) {
          int start = at.start() + found;
          edits.add(Edit.replace(at.file(), start, start + old.length(), word.getValue()));
        }
      }
    }
    return edits.isEmpty()
        ? EditResult.impossible("the words are parts of longer ones at " + at)
        : new EditResult.Edits(List.copyOf(edits));
  }

  private static boolean continues(String text, int at) {
    char c = text.charAt(at);
    boolean name = Character.isLetterOrDigit(c) || c == '_' || c == '-';
    return name || (c == '.' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
  }
}
