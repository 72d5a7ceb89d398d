package dev.iacguard.lsp;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.cli.run.WorkspaceAnswers;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.GivenValues;
import dev.iacguard.core.engine.ReportedFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Offers the edits of {@code fix} that survive a check of the edited code. */
final class QuickFixes {
  private QuickFixes() {}

  /**
   * One action for each finding that touches a range and has a fix.
   *
   * @param given values for what a fix needs from the user
   * @param shown the diagnostics that the client asks for
   */
  static List<CodeAction> of(
      Question question, Range range, GivenValues given, List<Diagnostic> shown) {
    if (!(question.state() instanceof WorkspaceState.Checked checked)) {
      return List.of();
    }
    int start = question.offset(range.getStart());
    int end = question.offset(range.getEnd());
    Map<String, ReportedFinding> wanted = new LinkedHashMap<>();
    for (ReportedFinding finding : checked.report().findings()) {
      if (question.touches(finding.finding().at(), start, end)) {
        wanted.put(finding.fingerprint(), finding);
      }
    }
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<String, List<Edit>> fixes =
        WorkspaceAnswers.fixes(
            checked,
            finding -> wanted.containsKey(finding.fingerprint()),
            given,
            question.progress());
    List<CodeAction> actions = new ArrayList<>();
    Set<List<Edit>> seen = new HashSet<>();
    fixes.forEach(
        (fingerprint, edits) -> {
          ReportedFinding finding = wanted.get(fingerprint);
          if (finding != null && seen.add(edits)) {
            actions.add(action(finding, edits, shown, question));
          }
        });
    return actions;
  }

  private static CodeAction action(
      ReportedFinding finding, List<Edit> edits, List<Diagnostic> shown, Question question) {
    String rule = finding.verdict().rule().id();
    String help = finding.finding().help();
    String what = help.isEmpty() ? "fix: " + finding.finding().message() : help;
    CodeAction action = new CodeAction(Printable.line(what) + " (" + rule + ")");
    action.setKind(CodeActionKind.QuickFix);
    action.setEdit(edit(edits, question));
    Range at = question.range(finding.finding().at());
    action.setDiagnostics(
        shown.stream()
            .filter(
                diagnostic ->
                    DiagnosticWriter.SOURCE.equals(diagnostic.getSource())
                        && diagnostic.getRange().equals(at)
                        && diagnostic.getCode() != null
                        && Either.forLeft(rule).equals(diagnostic.getCode()))
            .toList());
    return action;
  }

  private static WorkspaceEdit edit(List<Edit> edits, Question question) {
    Map<String, List<TextEdit>> byUri = new LinkedHashMap<>();
    for (Edit edit : edits) {
      Range range = question.range(edit.file().span(edit.start(), edit.end()));
      byUri
          .computeIfAbsent(question.uris().of(edit.file().all()), any -> new ArrayList<>())
          .add(new TextEdit(range, edit.text()));
    }
    return new WorkspaceEdit(byUri);
  }
}
