package dev.iacguard.core.engine.fix;

import dev.iacguard.core.edit.Edit;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.edit.Term;
import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A finding and the edits that should fix it. */
record Candidate(ReportedFinding finding, List<Intention> intentions, List<Edit> edits) {

  /**
   * Whether it corrects words of a string. That comes before words are added: what is missing may
   * be there under a wrong name.
   */
  boolean corrects() {
    return intentions.stream().anyMatch(Intention.ReplaceWords.class::isInstance);
  }

  /** Whether it changes a format that new ones may follow. */
  boolean changesFormat() {
    return intentions.stream()
        .anyMatch(
            each ->
                each instanceof Intention.ReplaceWords
                    || each instanceof Intention.ExtendText
                    || (each instanceof Intention.Replace it && it.value() instanceof Term.Json));
  }

  /** The strings whose words it changes; one candidate a round may change each. */
  Stream<Span> strings() {
    return intentions.stream()
        .filter(
            each -> each instanceof Intention.ReplaceWords || each instanceof Intention.ExtendText)
        .map(Intention::at);
  }

  VerdictKey key() {
    return VerdictKey.of(finding.verdict());
  }

  /** Whether it is of the stack, or edits the file. */
  boolean concerns(Comparison.Place place) {
    return place.path().isEmpty()
        ? finding.verdict().subject().stack().equals(place.stack())
        : isIn(Set.of(place.path()));
  }

  /** Whether it edits one of the files. */
  boolean isIn(Set<String> paths) {
    return edits.stream().anyMatch(edit -> paths.contains(edit.file().path()));
  }
}
