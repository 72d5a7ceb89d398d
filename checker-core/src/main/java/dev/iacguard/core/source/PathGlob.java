package dev.iacguard.core.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches paths against the patterns of {@code fileset}: {@code *}, {@code ?}, {@code [a-z]},
 * {@code {a,b}} inside a name, and {@code **} for any number of folders.
 */
public final class PathGlob {
  private static final int MAX_ALTERNATIVES = 256;

  private final List<String[]> alternatives;

  private PathGlob(List<String[]> alternatives) {
    this.alternatives = alternatives;
  }

  /** Null when the pattern is wrong or has too many alternatives. */
  public static @Nullable PathGlob of(String pattern) {
    List<String> expanded = new ArrayList<>();
    if (!expand(pattern, expanded)) {
      return null;
    }
    return new PathGlob(expanded.stream().map(one -> one.split("/", -1)).toList());
  }

  /** Writes out the alternatives in braces, the innermost last. */
  private static boolean expand(String pattern, List<String> expanded) {
    int close = -1;
    int open = -1;
    for (int i = 0; i < pattern.length() && close < 0; i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open = i;
      } else if (c == '}' && open >= 0) {
        close = i;
      }
    }
    if (close < 0) {
      expanded.add(pattern);
      return open < 0 && hasClosedClasses(pattern) && expanded.size() <= MAX_ALTERNATIVES;
    }
    for (String one : pattern.substring(open + 1, close).split(",", -1)) {
      if (!expand(pattern.substring(0, open) + one + pattern.substring(close + 1), expanded)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasClosedClasses(String pattern) {
    int open = pattern.indexOf('[');
    while (open >= 0) {
      int close = pattern.indexOf(']', open + 2);
      if (close < 0) {
        return false;
      }
      open = pattern.indexOf('[', close);
    }
    return true;
  }

  /** Whether the pattern matches a path or a folder that it lies in. */
  public boolean covers(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (matches(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  public boolean matches(String path) {
    String[] names = path.split("/", -1);
    for (String[] pattern : alternatives) {
      if (matches(pattern, names)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String[] pattern, String[] names) {
    // reached[j]: the patterns so far can match the first j names.
    boolean[] reached = new boolean[names.length + 1];
    reached[0] = true;
    for (String part : pattern) {
      boolean[] next = new boolean[names.length + 1];
      for (int j = 0; j <= names.length; j++) {
        if (part.equals("**")) {
          next[j] = reached[j] || (j > 0 && next[j - 1]);
        } else {
          next[j] = j > 0 && reached[j - 1] && matchesName(part, names[j - 1]);
        }
      }
      reached = next;
    }
    return reached[names.length];
  }

  private static boolean matchesName(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int starred = 0;
    while (n < name.length()) {
      int end = p < pattern.length() && pattern.charAt(p) != '*' ? step(pattern, p, name, n) : -1;
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        starred = n;
      } else if (end >= 0) {
        p = end;
        n += Character.charCount(name.codePointAt(n));
      } else if (star >= 0) {
        p = star + 1;
        starred += Character.charCount(name.codePointAt(starred));
        n = starred;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** The offset behind what matches one character of the name, or -1. */
  private static int step(String pattern, int p, String name, int n) {
    int c = name.codePointAt(n);
    return switch (pattern.charAt(p)) {
      case '?' -> p + 1;
      case '[' -> characters(pattern, p, c);
      case '\\' -> p + 1 < pattern.length() ? same(pattern, p + 1, c) : -1;
      default -> same(pattern, p, c);
    };
  }

  private static int same(String pattern, int p, int c) {
    return pattern.codePointAt(p) == c ? p + Character.charCount(c) : -1;
  }

  private static int characters(String pattern, int open, int c) {
    int close = pattern.indexOf(']', open + 2);
    if (close < 0) {
      return -1;
    }
    boolean not = pattern.charAt(open + 1) == '^';
    boolean in = false;
    for (int i = open + (not ? 2 : 1); i < close; i++) {
      boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
      in |= c >= pattern.charAt(i) && c <= pattern.charAt(range ? i + 2 : i);
      i += range ? 2 : 0;
    }
    return in != not ? close + 1 : -1;
  }
}
