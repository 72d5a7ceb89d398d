package dev.iacguard.cli.run;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.engine.ReportedFindings;
import dev.iacguard.core.engine.fix.Judged;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges what a run looks at with other texts in its files; writes nothing. */
final class EditableTree {
  private final ResolvedInput input;
  private final AnalysisContext analysisContext;
  private final Function<Map<String, String>, CheckResult> judge;
  private final Set<String> broken = new HashSet<>();

  /**
   * @param judge judges with other texts, which are given by path in the tree
   */
  EditableTree(AnalysisContext analysisContext, Function<Map<String, String>, CheckResult> judge) {
    this.input = analysisContext.resolvedInput();
    this.analysisContext = analysisContext;
    this.judge = judge;
  }

  EditableTree(AnalysisContext analysisContext, RevisionComparison revisions, Selection selection) {
    this(analysisContext, texts -> revisions.judge(analysisContext, selection, texts));
  }

  /** The files as they are. */
  Judged asIs() {
    return asRead(judge.apply(Map.of()));
  }

  /** A result of the files as they are. Those that it could not read in whole are not edited. */
  Judged asRead(CheckResult result) {
    result.problems().stream()
        .filter(Problem::leavesInputUnread)
        .forEach(problem -> broken.add(problem.at().path()));
    return judged(result);
  }

  /** Why a file cannot be changed; null for a file of the root that was read without an error. */
  @Nullable String refusal(String shown) {
    String path = input.inTree(shown);
    if (broken.contains(shown)) {
      return shown + " could not be analysed in whole";
    }
    if (!input.sources().isFile(path)) {
      return shown + " is not a file of the project";
    }
    return input.tree().real(path).equals(path) ? null : shown + " is a link";
  }

  /**
   * @param shownTexts by path as shown
   */
  Judged judge(Map<String, String> shownTexts) {
    Map<String, String> texts = new HashMap<>();
    shownTexts.forEach((shown, text) -> texts.put(input.inTree(shown), text));
    return judged(judge.apply(texts));
  }

  private Judged judged(CheckResult result) {
    return new Judged(
        result,
        analysisContext
            .screen(ReportedFindings.of(result, input::inTree), result)
            .reportedFindings());
  }
}
