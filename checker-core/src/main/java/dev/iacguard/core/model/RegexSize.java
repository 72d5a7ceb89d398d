package dev.iacguard.core.model;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Estimates the size of a compiled regular expression: repetitions are expanded, and nested ones
 * multiply. Only a bound; what is wrong with the expression is found by compiling it.
 */
final class RegexSize {
  /** RE2's own bound for repetitions inside one another. */
  private static final long MAX_REPEAT = 1_000;

  private final String pattern;
  private int at;

  /** A group, or the whole: its pieces, and the last one, which a repetition would repeat. */
  private static final class Group {
    private long size;
    private long last;
    private long repeat = 1;
    private long lastRepeat = 1;

    void add(long atom, long atomRepeat) {
      size += atom;
      last = atom;
      lastRepeat = atomRepeat;
      repeat = Math.max(repeat, atomRepeat);
    }
  }

  private RegexSize(String pattern) {
    this.pattern = pattern;
  }

  /** The number of steps of the program, or -1 when it repeats too often. */
  static long of(String pattern) {
    return new RegexSize(pattern).size();
  }

  private long size() {
    Deque<Group> groups = new ArrayDeque<>();
    Group group = new Group();
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      switch (c) {
        case '(' -> {
          groups.push(group);
          group = new Group();
        }
        case ')' -> {
          if (!groups.isEmpty()) {
            Group inner = group;
            group = groups.pop();
            group.add(inner.size + 2, inner.repeat);
          }
        }
        case '{' -> {
          long times = times();
          group.size += group.last * (times - 1);
          group.last *= times;
          group.lastRepeat *= times;
          group.repeat = Math.max(group.repeat, group.lastRepeat);
        }
        case '[' -> {
          skipClass();
          group.add(1, 1);
        }
        case '\\' -> {
          at++;
          group.add(1, 1);
        }
        default -> group.add(1, 1);
      }
      if (group.repeat > MAX_REPEAT) {
        return -1;
      }
    }
    return group.size;
  }

  /** The larger number of {@code {2,5}}; one when it is no repetition. */
  private long times() {
    long most = 0;
    long number = 0;
    for (int i = at; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.min(MAX_REPEAT + 1, number * 10 + c - '0');
        most = Math.max(most, number);
      } else if (c == ',') {
        number = 0;
      } else {
        return c == '}' ? Math.max(1, most) : 1;
      }
    }
    return 1;
  }

  private void skipClass() {
    at += at < pattern.length() && pattern.charAt(at) == '^' ? 1 : 0;
    int start = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == start)) {
      boolean named = pattern.startsWith("[:", at) && pattern.indexOf(":]", at) > 0;
      at = named ? pattern.indexOf(":]", at) + 1 : at;
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }
}
