package dev.iacguard.lsp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a policy, found by indentation, so that the policy need not be valid there.
 *
 * @param path the keys that lead to the mapping or list that the place is in; {@link
 *     PolicySchema#ITEM} for an item of a list
 * @param siblings the keys that are written beside it
 * @param key the key whose value stands at the place; null when a key or an item does
 * @param typed what stands in front of the place and belongs to the word there
 * @param isItem whether the place is right behind the dash of an item
 */
record PolicyPlace(
    List<String> path, List<String> siblings, @Nullable String key, String typed, boolean isItem) {
  private static final Pattern LINE =
      Pattern.compile("^( *)((?:- +)*)(?:\"?([A-Za-z$_][^\":#]*)\"?:(?: |$))?");
  private static final Pattern TYPED = Pattern.compile("[A-Za-z0-9$_.*-]*$");

  /** A line as far as indentation and keys go. */
  private record Line(int dash, int column, @Nullable String key, boolean blank) {
    static Line of(String text) {
      Matcher matcher = LINE.matcher(text);
      boolean found = matcher.find();
      String spaces = found ? matcher.group(1) : "";
      String dashes = found ? matcher.group(2) : "";
      String rest = text.strip();
      return new Line(
          dashes.isEmpty() ? -1 : spaces.length(),
          spaces.length() + dashes.length(),
          found && matcher.group(3) != null ? matcher.group(3).strip() : null,
          rest.isEmpty() || rest.startsWith("#"));
    }
  }

  /**
   * @param offset 0-based
   */
  static PolicyPlace at(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    String before = text.substring(start, offset);
    Line here = Line.of(before.isBlank() ? before + "x" : before);
    List<Line> above =
        text.substring(0, start).lines().map(Line::of).filter(line -> !line.blank()).toList();
    int end = text.indexOf('\n', offset);
    List<Line> below =
        end < 0
            ? List.of()
            : text.substring(end + 1).lines().map(Line::of).filter(line -> !line.blank()).toList();
    List<String> path = new ArrayList<>();
    List<String> siblings = new ArrayList<>();
    int column = here.column();
    int dash = here.dash();
    for (int i = above.size() - 1; i >= 0 && (column > 0 || dash >= 0); i--) {
      Line line = above.get(i);
      if (dash < 0 && line.column() == column && line.key() != null && path.isEmpty()) {
        siblings.add(line.key());
      }
      if (dash < 0 && line.dash() >= 0 && line.column() == column) {
        dash = line.dash();
      }
      if (dash >= 0 && line.dash() < 0 && line.column() <= dash && line.key() != null) {
        path.add(PolicySchema.ITEM);
        path.add(line.key());
        column = line.column();
        dash = -1;
      } else if (dash < 0 && line.column() < column && line.key() != null) {
        path.add(line.key());
        column = line.column();
        dash = line.dash();
      }
    }
    if (column == 0 && path.isEmpty()) {
      above.stream().filter(line -> line.column() == 0).forEach(line -> add(line, siblings));
    }
    if (here.dash() < 0) {
      for (Line line : below) {
        if (line.column() < here.column() || (line.dash() >= 0 && line.dash() < here.column())) {
          break;
        }
        if (line.column() == here.column()) {
          add(line, siblings);
        }
      }
    }
    Collections.reverse(path);
    Matcher typed = TYPED.matcher(before);
    return new PolicyPlace(
        List.copyOf(path),
        List.copyOf(siblings),
        here.key(),
        typed.find() ? typed.group() : "",
        here.dash() >= 0 && here.key() == null);
  }

  private static void add(Line line, List<String> siblings) {
    if (line.key() != null) {
      siblings.add(line.key());
    }
  }
}
