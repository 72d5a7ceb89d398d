package dev.iacguard.cli.run;

import dev.iacguard.core.edit.OverlayTree;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.impact.Impact;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the stacks that a change to some files can reach, and takes over the others. */
final class PartialCheck {
  private PartialCheck() {}

  /**
   * Null when there are other stacks now, whose order among the others has to be found.
   *
   * @param read the files as they are now
   * @param changed paths in the tree
   */
  static @Nullable CheckResult of(
      ReadFiles read, Set<String> changed, AnalysisContext context, WorkspaceState.Checked before) {
    List<StackReport> known = before.report().result().apart();
    SourceTree earlier = context.resolvedInput().readIn(before.run().texts);
    Impact impact = Impact.of(read, earlier, changed, context.resolvedInput().inputs());
    CheckResult result =
        new Checker(context.rules())
            .check(
                read,
                before.run().selected.selection(),
                context.resolvedInput().inputs(),
                impact.part(read, known),
                context.progress());
    boolean sameStacks = names(result.apart()).equals(names(known)) && !known.isEmpty();
    return sameStacks
        ? new CheckResult(
            result.reports(),
            result.problems(),
            result.unclaimed(),
            result.notes(),
            result.files(),
            read.completed(result.analysisScope(), read),
            result.figures(),
            result.apart())
        : null;
  }

  private static List<String> names(List<StackReport> reports) {
    return reports.stream().map(StackReport::stack).toList();
  }

  /**
   * What a state would come to with other texts in some files.
   *
   * @param edited by path in the tree
   */
  static CheckResult edited(
      Map<String, String> edited, AnalysisContext context, WorkspaceState.Checked state) {
    SourceTree sources = context.resolvedInput().readIn(state.run().texts);
    ReadFiles read = new ReadFiles(new OverlayTree(sources, edited), state.run().read.paths());
    @Nullable CheckResult result = of(read, edited.keySet(), context, state);
    return result == null
        ? new Checker(context.rules())
            .check(
                read,
                state.run().selected.selection(),
                context.resolvedInput().inputs(),
                context.progress())
        : result;
  }
}
