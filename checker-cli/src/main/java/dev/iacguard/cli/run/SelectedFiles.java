package dev.iacguard.cli.run;

import dev.iacguard.cli.environment.CliEnvironment;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Selection;
import java.util.List;

/**
 * The files that a run looks at.
 *
 * @param problems what could not be looked at
 * @param leftOut how many files that could hold code were taken out
 */
record SelectedFiles(Selection selection, List<Problem> problems, int leftOut) {

  /** All files on disk that are named by a run, apart from those that are excluded or ignored. */
  static SelectedFiles of(ResolvedInput input, CliEnvironment cliEnvironment) {
    SkippedFiles skipped = new SkippedFiles();
    LeftOut left = LeftOut.of(input.selection(skipped), input, true, cliEnvironment.environment());
    return new SelectedFiles(left.selection(), skipped.problems(), left.files());
  }
}
