package dev.iacguard.cli.git;

import dev.iacguard.core.engine.impact.IrrelevantFiles;
import dev.iacguard.core.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.SimilarityIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/** Finds renamed files: those with the same content, then similar ones. */
final class Renames {
  /** As git has it: half of the content is the same. */
  private static final int SIMILAR_PERCENT = 50;

  /** More candidates than this are not compared with one another. */
  private static final int MOST_PAIRS = 10_000;

  private static final int MOST_BYTES = 1 << 20;

  private final SourceTree before;
  private final SourceTree after;

  Renames(SourceTree before, SourceTree after) {
    this.before = before;
    this.after = after;
  }

  /** New paths by old ones. */
  Map<String, String> find(Map<String, Change> changes) {
    Map<ObjectId, List<String>> gone = new HashMap<>();
    List<String> added = new ArrayList<>();
    changes.forEach(
        (path, change) -> {
          if (change.after() == null && change.before() != null && !IrrelevantFiles.has(path)) {
            gone.computeIfAbsent(change.before().id(), any -> new ArrayList<>()).add(path);
          } else if (change.before() == null && !IrrelevantFiles.has(path)) {
            added.add(path);
          }
        });
    Map<String, String> renamed = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (String path : added) {
      @Nullable Change change = changes.get(path);
      List<String> same =
          change == null || change.after() == null
              ? List.of()
              : gone.getOrDefault(change.after().id(), List.of());
      if (same.isEmpty()) {
        open.add(path);
      } else {
        renamed.put(same.remove(nearest(same, path)), path);
      }
    }
    findSimilar(gone.values().stream().flatMap(List::stream).sorted().toList(), open, renamed);
    return Map.copyOf(renamed);
  }

  /** Of several files with the same content the one that is called the same. */
  private static int nearest(List<String> candidates, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (int i = 0; i < candidates.size(); i++) {
      if (("/" + candidates.get(i)).endsWith("/" + name)) {
        return i;
      }
    }
    return 0;
  }

  private void findSimilar(List<String> gone, List<String> added, Map<String, String> renamed) {
    if (gone.isEmpty() || (long) gone.size() * added.size() > MOST_PAIRS) {
      return;
    }
    Map<String, SimilarityIndex> open = new HashMap<>();
    for (String path : added) {
      @Nullable SimilarityIndex index = index(after, path);
      if (index != null) {
        open.put(path, index);
      }
    }
    for (String path : gone) {
      @Nullable SimilarityIndex index = open.isEmpty() ? null : index(before, path);
      @Nullable String best = null;
      int most = SIMILAR_PERCENT - 1;
      for (String candidate : added) {
        @Nullable SimilarityIndex other = open.get(candidate);
        int score = other == null || index == null ? 0 : index.score(other, 100);
        if (score > most) {
          most = score;
          best = candidate;
        }
      }
      if (best != null) {
        open.remove(best);
        renamed.put(path, best);
      }
    }
  }

  private static @Nullable SimilarityIndex index(SourceTree tree, String path) {
    byte[] bytes = tree.head(path, MOST_BYTES);
    try {
      return bytes.length == 0 || bytes.length == MOST_BYTES
          ? null
          : SimilarityIndex.create(new ObjectLoader.SmallObject(Constants.OBJ_BLOB, bytes));
    } catch (IOException | SimilarityIndex.TableFullException e) {
      return null;
    }
  }
}
