package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.ReportedFinding;
import dev.iacguard.core.model.ConfigNames;
import dev.iacguard.core.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Keeps which findings are not fixed and why, and which changes are not tried again. */
final class Tries {
  /** How often a change that did not help is tried; it may help beside what is fixed by then. */
  private static final int MOST = 2;

  private final Map<VerdictKey, Withheld> withheld = new LinkedHashMap<>();
  private final Map<VerdictKey, Integer> refused = new HashMap<>();

  void withhold(ReportedFinding finding, String reason) {
    withheld.put(VerdictKey.of(finding.verdict()), new Withheld(finding, reason));
  }

  /** The change did not fix its finding. */
  void useless(Candidate candidate) {
    refused.merge(candidate.key(), 1, Integer::sum);
    Span at = candidate.finding().finding().at();
    boolean overridden = ConfigNames.isOverride(at.path()) && !candidate.isIn(Set.of(at.path()));
    withhold(
        candidate.finding(),
        overridden
            ? at + " overrides what the change would set; make the change there by hand"
            : "the change would not fix it");
  }

  void harmful(Candidate candidate, String worse) {
    refused.put(candidate.key(), MOST);
    withhold(candidate.finding(), "the change would bring " + worse);
  }

  void untried(Candidate candidate) {
    refused.put(candidate.key(), MOST);
    withheld.put(candidate.key(), Withheld.untried(candidate.finding()));
  }

  /** How many findings were not tried. */
  long untried() {
    return withheld.values().stream().filter(Withheld::isUntried).count();
  }

  boolean mayTry(ReportedFinding finding) {
    return mayTry(VerdictKey.of(finding.verdict()));
  }

  boolean mayTry(VerdictKey key) {
    return refused.getOrDefault(key, 0) < MOST;
  }

  /** Those whose findings are still there. */
  Collection<Withheld> left(Set<VerdictKey> open) {
    withheld.keySet().retainAll(open);
    return withheld.values();
  }
}
