package dev.iacguard.cli.report;

/**
 * Finds what build services take for commands when a step prints it: {@code ##vso[} of Azure
 * Pipelines, {@code ##[} of Azure and GitHub, {@code ##teamcity[}, a line of GitHub that begins
 * with {@code ::}, and the section marks of GitLab and Travis.
 */
final class CommandMarks {
  private static final String[] SECTIONS = {
    "section_start", "section_end", "travis_fold", "travis_time"
  };

  private CommandMarks() {}

  /** Whether the character at an index has to be another one for the text to be no command. */
  static boolean at(String text, int index) {
    return switch (text.charAt(index)) {
      case '#' -> index > 0 && text.charAt(index - 1) == '#' && opensBracket(text, index + 1);
      case ':' -> beginsLine(text, index) || endsSection(text, index);
      default -> false;
    };
  }

  /** {@code vso[}: letters, perhaps none, before a bracket. */
  private static boolean opensBracket(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '[';
  }

  /** Behind a space, too: a line may be broken there, and services skip what is blank. */
  private static boolean beginsLine(String text, int index) {
    if (index + 1 >= text.length() || text.charAt(index + 1) != ':') {
      return false;
    }
    char before = index == 0 ? ' ' : text.charAt(index - 1);
    return Character.isWhitespace(before) || Character.isSpaceChar(before);
  }

  private static boolean endsSection(String text, int index) {
    for (String section : SECTIONS) {
      int from = index - section.length();
      if (text.regionMatches(true, from, section, 0, section.length())) {
        return true;
      }
    }
    return false;
  }
}
