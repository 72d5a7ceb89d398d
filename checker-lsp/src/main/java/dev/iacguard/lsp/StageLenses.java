package dev.iacguard.lsp;

import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Says above each stage what it logs. */
final class StageLenses {
  private static final int MOST = 3;

  private StageLenses() {}

  static List<CodeLens> of(Question question) {
    if (!(question.state() instanceof WorkspaceState.Checked checked)) {
      return List.of();
    }
    Map<Position, Set<String>> lines = new LinkedHashMap<>();
    for (StackReport stack : checked.report().result().reports()) {
      for (StageFacts stage : stack.stages()) {
        if (stage.location().path().equals(question.file().path())) {
          lines
              .computeIfAbsent(
                  question.range(stage.location()).getStart(), any -> new LinkedHashSet<>())
              .add(StageWords.line(stage));
        }
      }
    }
    List<CodeLens> lenses = new ArrayList<>();
    lines.forEach(
        (at, words) -> {
          List<String> some = words.stream().limit(MOST).toList();
          String more = words.size() > MOST ? " (and " + (words.size() - MOST) + " more)" : "";
          lenses.add(
              new CodeLens(
                  new Range(at, at), new Command(String.join(" | ", some) + more, ""), null));
        });
    return lenses;
  }
}
