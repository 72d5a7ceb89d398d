package dev.iacguard.rules.evaluate;

import dev.iacguard.core.edit.Fix;
import dev.iacguard.core.edit.Intention;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.HelpTexts;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.scenario.RuleEvaluator;
import dev.iacguard.rules.check.RuleSet;
import dev.iacguard.rules.example.Examples;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.view.DeclaredStage;
import dev.iacguard.rules.view.GatewayView;
import dev.iacguard.rules.view.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates rules that ask about every stage of a stack and give one verdict for all of them. */
public final class StackRules {
  private final GatewayView view;
  private final Subjects subjects;
  private final String stack;
  private final StagePolicies policies;

  public StackRules(GatewayView view, Subjects subjects, String stack, StagePolicies policies) {
    this.view = view;
    this.subjects = subjects;
    this.stack = stack;
    this.policies = policies;
  }

  public void judge(Map<DeclaredStage, Subject> stages) {
    for (Rule<Stage, Policy> rule : RuleSet.STACK) {
      Verdict verdict = together(rule, stages);
      if (verdict != null) {
        subjects.add(verdict);
      }
    }
  }

  /** Null when the rule is off for every stage. */
  private @Nullable Verdict together(Rule<Stage, Policy> rule, Map<DeclaredStage, Subject> stages) {
    @Nullable Verdict heaviest = null;
    @Nullable DeclaredStage worst = null;
    List<Resource> alike = new ArrayList<>();
    HelpTexts helps = new HelpTexts();
    List<Intention> intentions = new ArrayList<>();
    for (Map.Entry<DeclaredStage, Subject> entry : stages.entrySet()) {
      DeclaredStage declared = entry.getKey();
      Resource resource = declared.resource();
      Policy policy = policies.of(declared);
      RuleInfo info = Subjects.active(rule, policy);
      if (info == null || declared.isSwitchedOff()) {
        continue;
      }
      Verdict verdict =
          RuleEvaluator.judge(
              view.work(),
              info,
              entry.getValue(),
              resource.header(),
              scenario ->
                  view.existing(scenario, declared)
                      .map(stage -> rule.check(stage, policy))
                      .orElseGet(Outcome::notApplicable));
      if (heaviest == null || verdict.kind().isHeavierThan(heaviest.kind())) {
        heaviest = verdict;
        worst = declared;
        alike.clear();
        intentions.clear();
        helps = new HelpTexts();
      } else if (verdict.kind() == heaviest.kind()) {
        alike.add(resource);
      }
      if (verdict.finding() != null && verdict.kind() == heaviest.kind()) {
        helps.add(verdict.finding().help(), entry.getValue());
        if (verdict.finding().fix() instanceof Fix.Change change) {
          intentions.addAll(change.intentions());
        }
      }
    }
    if (heaviest == null || worst == null) {
      return null;
    }
    Verdict verdict = ofStack(heaviest, alike, String.join("; ", helps.texts()));
    return verdict.finding() == null || intentions.isEmpty()
        ? verdict
        : verdict.with(fixed(verdict.finding(), intentions, worst));
  }

  /** All stages are fixed together, and so does the code to paste. */
  private Finding fixed(Finding finding, List<Intention> intentions, DeclaredStage worst) {
    Fix fix = new Fix.Change(intentions.stream().distinct().toList());
    return finding.fixedBy(fix).showing(Examples.of(fix, worst.resource(), policies.of(worst)));
  }

  /** The verdict on the stack: that on its worst stage, with the others that are as bad. */
  private Verdict ofStack(Verdict worst, List<Resource> alike, String help) {
    Finding finding = worst.finding();
    return new Verdict(
        worst.rule(),
        new Subject("stack", stack, "", stack, worst.subject().callers()),
        worst.declared(),
        worst.kind(),
        worst.when(),
        finding == null
            ? null
            : finding.helped(help).alsoWith(RelatedStages.of(alike, "likewise ", "and ")));
  }
}
