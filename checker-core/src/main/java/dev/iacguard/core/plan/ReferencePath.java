package dev.iacguard.core.plan;

import java.util.ArrayList;
import java.util.List;

/** Splits addresses and references at their dots and keys. */
final class ReferencePath {
  private ReferencePath() {}

  /**
   * A name with the key behind it.
   *
   * @param key {@code ["prod"]} or {@code [0]}; empty without one
   */
  record Step(String name, String key) {
    @Override
    public String toString() {
      return name + key;
    }
  }

  /**
   * {@code module.a["x.y"].aws_b.c[0]} as {@code module}, {@code a["x.y"]}, {@code aws_b}, {@code
   * c[0]}. Of several keys behind one name, all are one key.
   */
  static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int nameEnd = at;
      while (nameEnd < text.length()
          && text.charAt(nameEnd) != '.'
          && text.charAt(nameEnd) != '[') {
        nameEnd++;
      }
      int keyEnd = nameEnd;
      while (keyEnd < text.length() && text.charAt(keyEnd) == '[') {
        keyEnd = afterKey(text, keyEnd);
      }
      steps.add(new Step(text.substring(at, nameEnd), text.substring(nameEnd, keyEnd)));
      at = keyEnd == text.length() ? keyEnd : keyEnd + 1;
    }
    return steps;
  }

  private static int afterKey(String text, int bracket) {
    boolean quoted = false;
    for (int at = bracket + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return at + 1;
      }
    }
    return text.length();
  }
}
