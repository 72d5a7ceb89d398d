package dev.iacguard.cli.run;

import dev.iacguard.cli.report.Report;
import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.rule.pack.PolicyResult;
import dev.iacguard.core.source.SourceTree;
import java.util.List;

/** What a workspace came to the last time that it was checked. Immutable. */
public sealed interface WorkspaceState {

  /** The files, with the texts of open documents in their place. */
  SourceTree sources();

  /**
   * Nothing was checked: {@code check} would say the message and exit with 2.
   *
   * @param errors those of the policy; empty when something else is wrong
   */
  record Refused(SourceTree sources, List<ConfigError> errors, String message)
      implements WorkspaceState {}

  /**
   * It was checked.
   *
   * @param report what {@code check} reports of the same bytes
   * @param policy the policy that judged
   */
  record Checked(SourceTree sources, Report report, PolicyResult.Ready policy, Run run)
      implements WorkspaceState {}

  /** What the next check starts from. */
  final class Run {
    final OpenTexts texts;
    final AnalysisContext context;
    final SelectedFiles selected;
    final ReadFiles read;

    Run(OpenTexts texts, AnalysisContext context, SelectedFiles selected, ReadFiles read) {
      this.texts = texts;
      this.context = context;
      this.selected = selected;
      this.read = read;
    }
  }
}
