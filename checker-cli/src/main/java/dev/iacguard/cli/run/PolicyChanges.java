package dev.iacguard.cli.run;

import dev.iacguard.cli.change.Ignores;
import dev.iacguard.cli.change.Weakening;
import dev.iacguard.cli.git.Difference;
import dev.iacguard.cli.option.InputOptions;
import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.model.InlineSuppression;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.pack.RulePack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the edits in a change that affect the check itself (IG005): of the policy and its waivers,
 * of ignore comments, and of baselines.
 *
 * @param severity what the finding weighed before the change
 */
public record PolicyChanges(List<Problem> problems, Severity severity) {
  private static final PolicyChanges NONE = new PolicyChanges(List.of(), Severity.OFF);

  /** More than these are counted, not listed. */
  private static final int MOST = 50;

  public static PolicyChanges of(
      InputOptions options,
      ResolvedInput resolvedInput,
      RevisionComparison revisionComparison,
      Trust trust,
      CheckResult result) {
    Set<String> changed = revisionComparison.changed();
    Map<String, List<InlineSuppression>> inlineSuppressions = new TreeMap<>();
    for (InlineSuppression inlineSuppression : result.analysisScope().inlineSuppressions()) {
      String path = resolvedInput.inTree(inlineSuppression.at().path());
      if (changed.contains(path)) {
        inlineSuppressions.computeIfAbsent(path, key -> new ArrayList<>()).add(inlineSuppression);
      }
    }
    if (changed.isEmpty()) {
      return NONE;
    }
    PolicyEdits policy = new PolicyEdits(options, resolvedInput, revisionComparison, trust);
    Map<String, Weakening> all = new LinkedHashMap<>();
    boolean first = true;
    for (Difference since : revisionComparison.differences()) {
      Map<String, Weakening> found = new LinkedHashMap<>();
      List<Weakening> each = new ArrayList<>(policy.since(since));
      each.addAll(ignores(inlineSuppressions, since, trust.policy().pack()));
      each.addAll(BaselineGrowth.since(since, revisionComparison.tree()));
      each.forEach(one -> found.putIfAbsent(one.key(), one));
      // What comes in with a merge is no edit of it.
      if (first) {
        all.putAll(found);
      } else {
        all.keySet().retainAll(found.keySet());
      }
      first = false;
    }
    return new PolicyChanges(problems(List.copyOf(all.values())), policy.severity());
  }

  private static List<Problem> problems(List<Weakening> all) {
    List<Problem> problems = new ArrayList<>();
    all.stream().limit(MOST).forEach(one -> problems.add(one.problem()));
    if (all.size() > MOST) {
      int more = all.size() - MOST;
      problems.add(Problem.policyChanged(all.get(MOST).at(), more + " more edits of this kind"));
    }
    return List.copyOf(problems);
  }

  private static List<Weakening> ignores(
      Map<String, List<InlineSuppression>> inlineSuppressions, Difference since, RulePack rules) {
    Map<String, String> ids = ids(rules);
    Map<String, String> old = new HashMap<>();
    since.renamed().forEach((before, now) -> old.put(now, before));
    List<Weakening> added = new ArrayList<>();
    inlineSuppressions.forEach(
        (path, now) ->
            added.addAll(
                Ignores.added(
                    path,
                    now,
                    since.base(),
                    old.getOrDefault(path, path),
                    name -> ids.getOrDefault(name, name))));
    return added;
  }

  /** The ids of rules by their names. */
  static Map<String, String> ids(RulePack rules) {
    Map<String, String> ids = new HashMap<>();
    rules.rules().forEach(rule -> ids.put(rule.name(), rule.id()));
    return ids;
  }

  /** The rules for a report: the change cannot make light of what it is told of itself. */
  public RulePack weighing(RulePack pack) {
    return problems.isEmpty() ? pack : new HeldSeverity(pack, Problem.POLICY_CHANGED, severity);
  }

  static Severity severity(RulePack pack) {
    for (RuleInfo rule : pack.rules()) {
      if (rule.id().equals(Problem.POLICY_CHANGED)) {
        return rule.severity();
      }
    }
    return Severity.WARNING;
  }
}
