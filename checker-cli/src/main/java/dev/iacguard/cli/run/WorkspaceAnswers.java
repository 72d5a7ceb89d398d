package dev.iacguard.cli.run;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.Checker;
import dev.iacguard.core.engine.Progress;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.engine.TracedValue;
import dev.iacguard.core.engine.fix.Fixer;
import dev.iacguard.core.engine.fix.Judged;
import dev.iacguard.core.engine.impact.Impact;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.source.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Answers questions about a workspace as it was checked. */
public final class WorkspaceAnswers {
  private WorkspaceAnswers() {}

  /**
   * The edits that fix findings of a state, each by itself, and that make nothing worse.
   *
   * @param wanted which findings
   * @param progress is asked before each stack that is judged; what it throws ends the search
   * @return all edits of a finding, by its fingerprint
   */
  public static Map<String, List<Edit>> fixes(
      WorkspaceState.Checked state,
      Predicate<ReportedFinding> wanted,
      GivenValues given,
      Progress progress) {
    AnalysisContext context =
        state.run().context.reading(state.run().context.resolvedInput(), progress);
    EditableTree tree = EditableTree.of(context, state);
    Judged start = tree.asRead(state.report().result());
    return new Fixer(given, wanted, tree, 1).suggest(start).edits();
  }

  /**
   * The values that rules read at a place, in the stacks that its file can reach.
   *
   * @param path of the file, as shown
   * @param offset 0-based, in UTF-16 code units
   */
  public static List<TracedValue> valuesAt(WorkspaceState.Checked state, String path, int offset) {
    AnalysisContext context = state.run().context;
    ResolvedInput input = context.resolvedInput();
    Inputs inputs = input.inputs();
    SourceTree sources = input.readIn(state.run().texts);
    Impact impact = Impact.of(sources, sources, List.of(input.inTree(path)), inputs);
    return new Checker(context.rules())
        .valuesAt(
            sources,
            state.run().selected.selection(),
            inputs,
            impact.part(sources, List.of()),
            path,
            offset);
  }
}
