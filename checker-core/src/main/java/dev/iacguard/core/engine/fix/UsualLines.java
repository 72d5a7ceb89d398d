package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.LogLine;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log lines that new stages follow: of each kind of API the one that more than half of
 * the stages of the tree have. If there is none, the most frequent one of the stack, of the folder,
 * or of the nearest folder around it.
 */
final class UsualLines {
  /** As in IG401: with fewer stages of a kind there is no majority. */
  private static final int LEAST = 3;

  private final Following following;
  private final Map<String, FormatCounts> ofTree = new HashMap<>();
  private final Map<String, Map<String, FormatCounts>> ofStacks = new HashMap<>();
  private final Map<String, Map<String, FormatCounts>> ofFolders = new HashMap<>();

  private UsualLines(Following following) {
    this.following = following;
  }

  static UsualLines of(CheckResult result, Following following) {
    UsualLines lines = new UsualLines(following);
    if (following == Following.NONE) {
      return lines;
    }
    for (StackReport report : result.apart()) {
      for (StackFacts.Format format : report.facts().formats()) {
        if (!format.broken()) {
          lines.add(report.stack(), format);
        }
      }
    }
    return lines;
  }

  private void add(String stack, StackFacts.Format format) {
    count(ofTree, format);
    count(ofStacks.computeIfAbsent(stack, any -> new HashMap<>()), format);
    for (String folder : folders(format.at().path())) {
      count(ofFolders.computeIfAbsent(folder, any -> new HashMap<>()), format);
    }
  }

  private void count(Map<String, FormatCounts> counts, StackFacts.Format format) {
    counts
        .computeIfAbsent(format.api(), any -> new FormatCounts(following == Following.ALL))
        .add(format);
  }

  /** The folders that a file is in, from the inside outwards. */
  private static List<String> folders(String path) {
    List<String> folders = new ArrayList<>();
    for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      folders.add(path.substring(0, end));
    }
    folders.add("");
    return folders;
  }

  /**
   * By kind of API, for a new stage.
   *
   * @param path of the file that declares the stage, as shown
   */
  Map<String, LogLine> near(String stack, String path) {
    Map<String, LogLine> near = new HashMap<>();
    ofTree.forEach(
        (api, all) -> {
          @Nullable LogLine line = all.total() < LEAST ? null : all.majority();
          if (line == null) {
            line = mostFrequent(ofStacks.get(stack), api);
          }
          for (String folder : line == null ? folders(path) : List.<String>of()) {
            if (line == null) {
              line = mostFrequent(ofFolders.get(folder), api);
            }
          }
          if (line != null) {
            near.put(api, line);
          }
        });
    return near;
  }

  private static @Nullable LogLine mostFrequent(
      @Nullable Map<String, FormatCounts> counts, String api) {
    FormatCounts own = counts == null ? null : counts.get(api);
    return own == null ? null : own.mostFrequent();
  }
}
