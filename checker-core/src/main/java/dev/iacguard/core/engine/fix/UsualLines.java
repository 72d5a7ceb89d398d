package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.LogLine;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log lines that new stages follow, of each kind of API: the most frequent one of the
 * stack, or else of the files in the same folder. Stages that are further away may have nothing to
 * do with a new one.
 */
final class UsualLines {
  /** Counts by kind of API. */
  private record Counts(Map<String, FormatCounts> byApi) {
    private Counts() {
      this(new HashMap<>());
    }

    private void add(StackFacts.Format format) {
      byApi.computeIfAbsent(format.api(), any -> new FormatCounts()).add(format);
    }
  }

  private final UnaryOperator<String> inTree;
  private final Map<String, Counts> ofStacks = new HashMap<>();
  private final Map<String, Counts> inFolders = new HashMap<>();

  private UsualLines(UnaryOperator<String> inTree) {
    this.inTree = inTree;
  }

  /**
   * @param inTree turns a shown path into one from the root of the tree
   */
  static UsualLines of(CheckResult result, UnaryOperator<String> inTree) {
    UsualLines lines = new UsualLines(inTree);
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
    String folder = Paths.folder(inTree.apply(format.at().path()));
    ofStacks.computeIfAbsent(stack, any -> new Counts()).add(format);
    inFolders.computeIfAbsent(folder, any -> new Counts()).add(format);
  }

  /**
   * By kind of API, for a new stage.
   *
   * @param path of the file that declares the stage, as shown
   */
  Map<String, LogLine> near(String stack, String path) {
    Map<String, LogLine> near = new HashMap<>();
    addTo(near, ofStacks.get(stack));
    addTo(near, inFolders.get(Paths.folder(inTree.apply(path))));
    return near;
  }

  private static void addTo(Map<String, LogLine> near, @Nullable Counts counts) {
    if (counts != null) {
      counts.byApi.forEach(
          (api, formats) -> {
            @Nullable LogLine line = formats.usual();
            if (line != null) {
              near.putIfAbsent(api, line);
            }
          });
    }
  }
}
