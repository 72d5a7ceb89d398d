package dev.iacguard.core.cloudformation.template;

import java.util.HashSet;
import java.util.Set;

/**
 * Recognises a text that refers to what it does not declare, without parsing it: rather too often
 * than too rarely.
 */
final class OpenNames {
  /** Longer texts are seldom parts, and mostly written by programs. */
  private static final int LONGEST = 1 << 17;

  private static final int MOST_NAMES = 200;

  private final String text;

  private OpenNames(String text) {
    this.text = text;
  }

  static boolean in(String text) {
    return text.length() <= LONGEST && new OpenNames(text).any();
  }

  private boolean any() {
    return (!Sniff.hasKey(text, "Conditions") && hasCondition())
        || (!Sniff.hasKey(text, "Mappings") && text.contains("FindInMap"))
        || (!Sniff.hasKey(text, "Parameters") && refersToNoKey());
  }

  private boolean hasCondition() {
    if (text.contains("!If") || text.contains("Fn::If") || text.contains("!Condition")) {
      return true;
    }
    String key = "Condition";
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      if (!name(value(at + key.length())).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean refersToNoKey() {
    Set<String> seen = new HashSet<>();
    for (int at = text.indexOf("Ref"); at >= 0; at = text.indexOf("Ref", at + 1)) {
      boolean tag = at > 0 && text.charAt(at - 1) == '!';
      int from = tag ? unquoted(blank(at + 3)) : value(at + 3);
      String name = name(from);
      boolean pseudo = name.equals("AWS") && text.startsWith("::", from + 3);
      if (!name.isEmpty() && !pseudo && seen.add(name) && !isKey(name)) {
        return true;
      }
      if (seen.size() >= MOST_NAMES) {
        return false;
      }
    }
    return false;
  }

  private boolean isKey(String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if ((at == 0 || !isWord(text.charAt(at - 1))) && value(at + name.length()) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the value of a key starts, behind its quote; -1 when a key does not end here. */
  private int value(int end) {
    int colon = blank(unquoted(end));
    boolean key = colon < text.length() && text.charAt(colon) == ':';
    return key ? unquoted(blank(colon + 1)) : -1;
  }

  private int blank(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private int unquoted(int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'') ? at + 1 : at;
  }

  private String name(int from) {
    int at = Math.max(from, 0);
    while (from >= 0 && at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return from < 0 ? "" : text.substring(from, at);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
