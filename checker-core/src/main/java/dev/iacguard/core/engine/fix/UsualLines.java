package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.LogLine;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.rule.report.StackFacts;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import dev.iacguard.core.source.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log lines that new stages follow, of each kind of API: the most frequent one of the
 * stack, or else the one that more than half of all stages have that are declared in the same
 * folder. Stages that are further away may have nothing to do with a new one.
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

  /** How many stages of each kind of API are declared in a folder, with and without a log. */
  private final Map<String, Map<String, Integer>> stages = new HashMap<>();

  private UsualLines(UnaryOperator<String> inTree) {
    this.inTree = inTree;
  }

  /**
   * @param inTree turns a shown path into one from the root of the tree
   */
  static UsualLines of(CheckResult result, UnaryOperator<String> inTree) {
    UsualLines lines = new UsualLines(inTree);
    for (StackReport report : result.apart()) {
      report.stages().forEach(lines::add);
      for (StackFacts.Format format : report.facts().formats()) {
        if (!format.broken()) {
          lines.add(report.stack(), format);
        }
      }
    }
    return lines;
  }

  private void add(StageFacts stage) {
    String folder = Paths.folder(inTree.apply(stage.location().path()));
    stages.computeIfAbsent(folder, any -> new HashMap<>()).merge(stage.api(), 1, Integer::sum);
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
    @Nullable Counts ofStack = ofStacks.get(stack);
    if (ofStack != null) {
      ofStack.byApi.forEach((api, formats) -> put(near, api, formats.usual()));
    }
    String folder = Paths.folder(inTree.apply(path));
    @Nullable Counts inFolder = inFolders.get(folder);
    if (inFolder != null) {
      Map<String, Integer> all = stages.getOrDefault(folder, Map.of());
      inFolder.byApi.forEach(
          (api, formats) -> put(near, api, formats.usualAmong(all.getOrDefault(api, 0))));
    }
    return near;
  }

  private static void put(Map<String, LogLine> near, String api, @Nullable LogLine line) {
    if (line != null) {
      near.putIfAbsent(api, line);
    }
  }
}
