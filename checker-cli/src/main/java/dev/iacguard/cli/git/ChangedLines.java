package dev.iacguard.cli.git;

import dev.iacguard.core.source.SourceTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Finds the lines of the files on disk that a change touches. Files are compared when they are
 * asked for.
 */
public final class ChangedLines {
  /** Of larger files, everything between the first and the last difference counts as changed. */
  private static final int MOST_LINES = 50_000;

  /** Of still larger files, everything counts as changed. */
  private static final int MOST_BYTES = 64 << 20;

  private static final EditList EVERYTHING =
      EditList.singleton(new Edit(0, 0, 0, Integer.MAX_VALUE));

  private final SourceTree before;
  private final SourceTree after;
  private final Set<String> changed;
  private final Map<String, String> oldPaths = new HashMap<>();
  private final Map<String, EditList> edits = new HashMap<>();

  ChangedLines(
      SourceTree before, SourceTree after, Set<String> changed, Map<String, String> renamed) {
    this.before = before;
    this.after = after;
    this.changed = changed;
    renamed.forEach((old, now) -> oldPaths.put(now, old));
  }

  /**
   * The first line of a range that was added or changed, or before which lines of that range were
   * removed; 0 when there is none. Lines are 1-based, and the range holds its last one.
   *
   * @param path in the tree
   */
  public int first(String path, int from, int to) {
    if (!changed.contains(path)) {
      return 0;
    }
    for (Edit edit : edits.computeIfAbsent(path, this::compare)) {
      // The lines of an edit are those from beginB + 1 to endB; a removal has none.
      boolean inside =
          edit.getBeginB() == edit.getEndB()
              ? from <= edit.getBeginB() && edit.getBeginB() < to
              : from <= edit.getEndB() && edit.getBeginB() < to;
      if (inside) {
        return Math.max(from, edit.getBeginB() + 1);
      }
    }
    return 0;
  }

  private EditList compare(String path) {
    byte[] oldBytes = before.head(oldPaths.getOrDefault(path, path), MOST_BYTES);
    byte[] bytes = after.head(path, MOST_BYTES);
    if (Math.max(oldBytes.length, bytes.length) >= MOST_BYTES) {
      return EVERYTHING;
    }
    RawText old = new RawText(oldBytes);
    RawText now = new RawText(bytes);
    RawTextComparator lines = RawTextComparator.WS_IGNORE_TRAILING;
    if (Math.max(old.size(), now.size()) > MOST_LINES) {
      EditList whole = new EditList();
      Edit middle = lines.reduceCommonStartEnd(old, now, new Edit(0, old.size(), 0, now.size()));
      if (!middle.isEmpty()) {
        whole.add(middle);
      }
      return whole;
    }
    return new HistogramDiff().diff(lines, old, now);
  }
}
