package dev.iacguard.rules.evaluate;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.Rule;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Subject;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.rule.scenario.RuleEvaluator;
import dev.iacguard.core.rule.scenario.Scenario;
import dev.iacguard.core.source.Order;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.policy.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates rules on subjects and collects the verdicts. */
public final class Subjects {
  private static final Comparator<Judged> BY_PLACE =
      Order.by(Judged::place, Span.BY_START)
          .then(judged -> judged.verdict().subject().id())
          .then(judged -> judged.verdict().rule().id());

  /** A verdict takes room also where nothing is said; in characters. */
  private static final int SIZE_OF_VERDICT = 32;

  /** What is kept to write one. */
  private static final int SIZE_OF_EXAMPLE = 200;

  private final String stack;
  private final Policy policy;
  private final WorkBudget work;
  private final List<Judged> all = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param work is charged with what rules ask and say
   */
  public Subjects(String stack, Policy policy, WorkBudget work) {
    this.stack = stack;
    this.policy = policy;
    this.work = work;
  }

  /**
   * @param place the finding's place, or the subject's when there is no finding
   */
  private record Judged(Verdict verdict, Span place) {}

  /** The subject that a resource is; one that is not sure to be there says so. */
  public Subject subject(String kind, Resource resource, String detail) {
    String id = resource.address().toString();
    return new Subject(kind, id, withExistence(detail, resource), stack, resource.callers());
  }

  private static String withExistence(String detail, Resource resource) {
    if (resource.exists().isEmpty()) {
      return detail;
    }
    String when = "present when " + new Condition.AllOf(resource.exists()).inWords(true);
    return detail.isEmpty() ? when : detail + ", " + when;
  }

  /** Asks every rule that is not off under the stack's policy, as {@link #judge} does. */
  <S> List<Verdict> judge(
      List<Rule<S, Policy>> rules,
      Subject subject,
      Span declared,
      Function<Scenario, Optional<S>> seen) {
    return judge(rules, subject, declared, policy, seen);
  }

  /** As {@link #judge(List, Subject, Span, Policy, Function, Spared)}, where none is spared. */
  <S> List<Verdict> judge(
      List<Rule<S, Policy>> rules,
      Subject subject,
      Span declared,
      Policy holding,
      Function<Scenario, Optional<S>> seen) {
    return judge(rules, subject, declared, holding, seen, Spared.NONE);
  }

  /**
   * Scenarios without a subject in which what depends on it is well; a failure does not hold there.
   *
   * @param spelledOut true when the code itself says that both are meant
   */
  public record Spared(Predicate<Scenario> scenarios, boolean spelledOut) {
    public static final Spared NONE = new Spared(scenario -> false, false);

    private Verdict judge(
        WorkBudget work, RuleInfo rule, Verdict failed, Function<Scenario, Outcome> question) {
      if (equals(NONE)) {
        return failed;
      }
      Verdict verdict =
          RuleEvaluator.judge(
              work,
              rule,
              failed.subject(),
              failed.declared(),
              scenario -> {
                Outcome outcome = question.apply(scenario);
                return outcome instanceof Outcome.NotApplicable && scenarios.test(scenario)
                    ? Outcome.pass()
                    : outcome;
              });
      return spelledOut && verdict.kind() == Verdict.Kind.UNKNOWN
          ? new Verdict(
              verdict.rule(),
              verdict.subject(),
              verdict.declared(),
              Verdict.Kind.CONDITIONAL,
              verdict.when(),
              verdict.finding())
          : verdict;
    }
  }

  /**
   * Asks every rule that is not off.
   *
   * @param declared the subject's declaration
   * @param holding the policy that holds for the subject
   * @param seen the subject in a scenario, or empty in scenarios without it
   * @param spared scenarios without the subject in which a failure does not hold
   */
  public <S> List<Verdict> judge(
      List<Rule<S, Policy>> rules,
      Subject subject,
      Span declared,
      Policy holding,
      Function<Scenario, Optional<S>> seen,
      Spared spared) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Rule<S, Policy> rule : rules) {
      RuleInfo info = active(rule, holding);
      if (info == null) {
        continue;
      }
      Function<Scenario, Outcome> question =
          scenario ->
              seen.apply(scenario)
                  .map(found -> rule.check(found, holding))
                  .orElseGet(Outcome::notApplicable);
      Verdict answer = RuleEvaluator.judge(work, info, subject, declared, question);
      if (answer.kind() == Verdict.Kind.FAIL) {
        answer = spared.judge(work, info, answer, question);
      }
      Verdict verdict = weighed(holding, answer);
      verdicts.add(verdict);
      add(verdict);
    }
    return verdicts;
  }

  /** What a policy says that a rule weighs holds for all of its findings. */
  private static Verdict weighed(Policy policy, Verdict verdict) {
    Finding finding = verdict.finding();
    return finding == null || !policy.severities().containsKey(verdict.rule().id())
        ? verdict
        : verdict.with(finding.weighing(null));
  }

  /** The rule as the policy weighs it, or null when it is off. */
  @Nullable RuleInfo active(Rule<?, Policy> rule) {
    return active(rule, policy);
  }

  static @Nullable RuleInfo active(Rule<?, Policy> rule, Policy policy) {
    RuleInfo info = rule.info().weighing(policy.severity(rule.info()));
    return info.severity() == Severity.OFF ? null : info;
  }

  void add(Verdict verdict) {
    Finding finding = verdict.finding();
    all.add(new Judged(verdict, finding == null ? verdict.declared() : finding.at()));
    work.charge(Bound.REPORT, size(verdict));
    Bound bound = RuleEvaluator.exceeded(work);
    if (bound != null && problems.isEmpty()) {
      problems.add(Problem.limit(verdict.declared(), "the code asks for " + work.exceeded(bound)));
    }
  }

  /** The limit that was met, at the subject that met it; those of custom rules, at the rules. */
  public List<Problem> problems() {
    List<Problem> met = new ArrayList<>(problems);
    met.addAll(work.limits());
    return met;
  }

  private static long size(Verdict verdict) {
    Finding finding = verdict.finding();
    return finding == null
        ? SIZE_OF_VERDICT
        : SIZE_OF_VERDICT
            + (long) verdict.subject().id().length()
            + verdict.when().length()
            + finding.message().length()
            + finding.help().length()
            + (finding.example() == null ? 0 : SIZE_OF_EXAMPLE);
  }

  /** Every verdict until now, by place. */
  public List<Verdict> verdicts() {
    return all.stream().sorted(BY_PLACE).map(Judged::verdict).toList();
  }
}
