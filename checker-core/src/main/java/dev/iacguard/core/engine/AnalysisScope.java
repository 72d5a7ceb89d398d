package dev.iacguard.core.engine;

import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.Inputs;
import dev.iacguard.core.model.Selection;
import dev.iacguard.core.source.SourceTree;
import dev.iacguard.core.terraform.suppression.TerraformSuppressions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * How much of the tree a run analysed. What was not found in a part, or under values given from
 * outside, may be there all the same.
 *
 * @param everything see {@link #whole()}
 * @param oneOfSeveral whether values came from outside, or are there for other runs to give
 * @param inlineSuppressions the exceptions in the source files that were read
 */
public record AnalysisScope(
    BooleanSupplier everything, boolean oneOfSeveral, List<InlineSuppression> inlineSuppressions) {
  static final AnalysisScope PART = new AnalysisScope(() -> false, true, List.of());

  static AnalysisScope of(
      SourceTree tree,
      Selection selection,
      Inputs inputs,
      List<InlineSuppression> inlineSuppressions) {
    boolean given =
        !inputs.environment().isEmpty()
            || !inputs.variables().isEmpty()
            || !inputs.parameterFiles().isEmpty();
    return new AnalysisScope(
        () -> seesAll(tree, selection),
        given || leavesVariableFiles(selection, inputs),
        inlineSuppressions);
  }

  private static boolean seesAll(SourceTree tree, Selection selection) {
    Set<String> seen = new HashSet<>(selection.files());
    seen.addAll(selection.ignored());
    return seen.containsAll(tree.walk(""));
  }

  private static boolean leavesVariableFiles(Selection selection, Inputs inputs) {
    Set<String> used = new HashSet<>();
    inputs.variants().forEach(variant -> used.addAll(variant.files()));
    return selection.files().stream()
        .anyMatch(path -> TerraformSuppressions.isForOneRun(path) && !used.contains(path));
  }

  /** Whether the whole tree was selected. Looks at the tree, so ask only when it matters. */
  public boolean whole() {
    return everything.getAsBoolean();
  }
}
