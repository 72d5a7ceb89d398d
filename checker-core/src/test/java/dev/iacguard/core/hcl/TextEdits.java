package dev.iacguard.core.hcl;

import java.util.List;
import java.util.Random;

/** Random edits of texts, which are always the same. */
final class TextEdits {
  private static final List<String> WORDS =
      List.of(
          "\n",
          "\r\n",
          " ",
          "\t",
          "=",
          "==",
          "=>",
          ":",
          "::",
          "?",
          ",",
          ".",
          "..",
          "...",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "${",
          "%{",
          "~}",
          "${~",
          "$${",
          "%%{",
          "$",
          "%",
          "\"",
          "\\",
          "\\n",
          "\\u00e9",
          "\\U0001F600",
          "<<E\n",
          "<<-E\n",
          "\nE\n",
          "#",
          "//",
          "/*",
          "*/",
          "*",
          ".*",
          "[*]",
          "-",
          "+",
          "/",
          "!",
          "!=",
          "<=",
          "<",
          "&&",
          "||",
          "&",
          "|",
          "'",
          "`",
          ";",
          "^",
          "@",
          "if",
          "else",
          "endif",
          "for",
          "in",
          "endfor",
          "null",
          "true",
          "a",
          "x-y",
          "_",
          "é",
          "\u00a0",
          "\u200b",
          "\ud83d\ude80",
          "\0",
          "1",
          "0",
          "1.5",
          "1e9",
          "1e",
          ".5",
          "0x1");

  private final Random random;

  TextEdits(long seed) {
    this.random = new Random(seed);
  }

  /** A text with one to three edits: a piece removed, repeated or moved, or a word put in. */
  String edit(String text) {
    StringBuilder edited = new StringBuilder(text);
    int edits = 1 + random.nextInt(3);
    for (int done = 0; done < edits; done++) {
      int from = random.nextInt(edited.length() + 1);
      int to = Math.min(edited.length(), from + 1 + random.nextInt(6));
      String piece = edited.substring(from, to);
      switch (random.nextInt(6)) {
        case 0 -> edited.delete(from, to);
        case 1 -> edited.insert(random.nextInt(edited.length() + 1), piece);
        case 2 -> edited.replace(from, to, WORDS.get(random.nextInt(WORDS.size())));
        default -> edited.insert(from, WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return edited.toString();
  }
}
