package dev.iacguard.lsp;

import dev.iacguard.cli.run.WorkspaceAnswers;
import dev.iacguard.cli.run.WorkspaceState;
import dev.iacguard.core.engine.TracedValue;
import dev.iacguard.core.model.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/** Finds the places that a value comes through, and the resources that it refers to. */
final class Definitions {
  private static final int MOST = 50;

  private Definitions() {}

  /** Nearest first, each once. */
  static List<Location> at(Question question, Position position) {
    if (!(question.state() instanceof WorkspaceState.Checked checked)) {
      return List.of();
    }
    Set<Location> places = new LinkedHashSet<>();
    List<TracedValue> values =
        WorkspaceAnswers.valuesAt(checked, question.file().path(), question.offset(position));
    for (TracedValue traced : values) {
      for (Step step = traced.value().origin().trail(); step != null; step = step.next()) {
        places.add(question.location(step.at()));
      }
      traced.leads().forEach(lead -> places.add(question.location(lead)));
    }
    return places.stream().limit(MOST).toList();
  }
}
