package dev.iacguard.cli.run;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.KnownFingerprints;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.fix.EditedTree;
import dev.iacguard.core.engine.fix.Judged;
import dev.iacguard.core.engine.fix.RepeatedCheck;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run looks at, with other texts in its files. */
final class EditableTree implements EditedTree {
  private final ResolvedInput input;
  private final AnalysisContext analysisContext;
  private final Judging judging;
  private final KnownFingerprints fingerprints = new KnownFingerprints();
  private final Set<String> broken = new HashSet<>();

  /** Judges with other texts, which are given by path in the tree. */
  private interface Judging {
    CheckResult judge(Map<String, String> texts);

    default CheckResult judgeWhole(Map<String, String> texts) {
      return judge(texts);
    }

    /** Takes over the result of the files as they are. */
    default void startFrom(CheckResult result) {}
  }

  private EditableTree(AnalysisContext analysisContext, Judging judging) {
    this.input = analysisContext.resolvedInput();
    this.analysisContext = analysisContext;
    this.judging = judging;
  }

  /** The files of a workspace as it was checked. */
  static EditableTree of(AnalysisContext analysisContext, WorkspaceState.Checked state) {
    return new EditableTree(
        analysisContext, texts -> PartialCheck.edited(texts, analysisContext, state));
  }

  /** The files of a run. Of what is staged, all that it reaches is judged each time. */
  static EditableTree of(
      AnalysisContext analysisContext, RevisionComparison revisions, Selection selection) {
    return new EditableTree(
        analysisContext,
        revisions.isStaged()
            ? texts -> revisions.judge(analysisContext, selection, texts)
            : new Repeated(revisions.repeated(analysisContext, selection)));
  }

  private record Repeated(RepeatedCheck check) implements Judging {
    @Override
    public CheckResult judge(Map<String, String> texts) {
      return check.judge(texts);
    }

    @Override
    public CheckResult judgeWhole(Map<String, String> texts) {
      return check.judgeWhole(texts);
    }

    @Override
    public void startFrom(CheckResult result) {
      check.startFrom(result);
    }
  }

  /** The files as they are. */
  Judged asIs() {
    return asRead(judging.judge(Map.of()));
  }

  /** A result of the files as they are. Those that it could not read in whole are not edited. */
  Judged asRead(CheckResult result) {
    result.problems().stream()
        .filter(Problem::leavesInputUnread)
        .forEach(problem -> broken.add(problem.at().path()));
    judging.startFrom(result);
    return judged(result);
  }

  @Override
  public @Nullable String refusal(String shown) {
    String path = input.inTree(shown);
    if (broken.contains(shown)) {
      return shown + " could not be analysed in whole";
    }
    if (!input.sources().isFile(path)) {
      return shown + " is not a file of the project";
    }
    return input.tree().real(path).equals(path) ? null : shown + " is a link";
  }

  @Override
  public String inTree(String shown) {
    return input.inTree(shown);
  }

  @Override
  public Judged judge(Map<String, String> texts) {
    return judged(judging.judge(inTree(texts)));
  }

  @Override
  public Judged judgeWhole(Map<String, String> texts) {
    return judged(judging.judgeWhole(inTree(texts)));
  }

  private Map<String, String> inTree(Map<String, String> shown) {
    Map<String, String> texts = new HashMap<>();
    shown.forEach((path, text) -> texts.put(input.inTree(path), text));
    return texts;
  }

  private Judged judged(CheckResult result) {
    return new Judged(
        result,
        analysisContext
            .screen(ReportedFindings.of(result, input::inTree, fingerprints), result)
            .reportedFindings());
  }
}
