package dev.iacguard.rules.custom;

import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.WorkBudget;
import dev.iacguard.core.model.WorkBudget.Bound;
import dev.iacguard.core.rule.Finding;
import dev.iacguard.core.rule.Outcome;
import dev.iacguard.core.rule.RootCause;
import dev.iacguard.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A custom rule with its expressions compiled. */
final class CompiledRule {
  private static final String DECIDES = "give the values that decide it, or check a plan";
  private static final String HAS = "ask with has(…) whether a field is set before it is used";

  private final CustomRule rule;
  private final @Nullable Expression when;
  private final Expression require;
  private final MessageTemplate message;
  private final Uses uses;

  private CompiledRule(
      CustomRule rule, @Nullable Expression when, Expression require, MessageTemplate message) {
    this.rule = rule;
    this.when = when;
    this.require = require;
    this.message = message;
    Uses needed = require.uses().and(message.uses());
    this.uses = when == null ? needed : needed.and(when.uses());
  }

  /** Null when something is wrong with it, which is added to the problems. */
  static @Nullable CompiledRule of(
      CustomRule rule, Expressions expressions, List<Problem> problems) {
    Target.Kind subject = rule.target().kind();
    Phrase condition = rule.when();
    Expression when = condition == null ? null : expressions.condition(subject, condition);
    Expression require = expressions.condition(subject, rule.require());
    MessageTemplate message = MessageTemplate.of(rule.message(), subject, expressions, problems);
    rule.tests().forEach(test -> TestedSubject.check(subject, test, problems));
    boolean good = require != null && message != null && (when == null) == (condition == null);
    return good && require != null && message != null
        ? new CompiledRule(rule, when, require, message)
        : null;
  }

  CustomRule rule() {
    return rule;
  }

  /** What of the subject has to be painted. */
  Uses uses() {
    return uses;
  }

  /**
   * @param at what a finding points to
   */
  Outcome judge(CelInput celInput, Span at) {
    if (when != null) {
      Answer applies = when.evaluate(celInput);
      if (!isTrue(applies)) {
        return isFalse(applies) ? Outcome.notApplicable() : cannotTell(applies, celInput, at);
      }
    }
    Answer holds = require.evaluate(celInput);
    if (isTrue(holds)) {
      return Outcome.pass();
    }
    return isFalse(holds)
        ? Outcome.fail(Finding.of(message.fill(celInput), at).helped(rule.help()))
        : cannotTell(holds, celInput, at);
  }

  private static boolean isTrue(Answer answer) {
    return answer instanceof Answer.Known known && Boolean.TRUE.equals(known.value());
  }

  private static boolean isFalse(Answer answer) {
    return answer instanceof Answer.Known known && Boolean.FALSE.equals(known.value());
  }

  private Outcome cannotTell(Answer answer, CelInput celInput, Span at) {
    String open = "cannot tell '" + rule.info().title() + "': ";
    return Outcome.unknown(
        switch (answer) {
          case Answer.Unknown unknown ->
              Finding.of(open + String.join(", ", unknown.reasons()), at).helped(DECIDES);
          case Answer.Broken broken -> Finding.of(open + broken.why(), at).helped(HAS);
          case Answer.TooLong tooLong ->
              Finding.of(open + tooLong(celInput.work()), at).rootedIn(tooMuch());
          case Answer.Known other ->
              Finding.of(open + "the expression returns neither true nor false", at);
        });
  }

  /** Says once for the stack which rule takes too long. */
  private String tooLong(WorkBudget work) {
    String takes = "the custom rule " + rule.info().id() + " takes ";
    work.met(Problem.limit(rule.require().at(), takes + work.exceeded(Bound.RULE_STEPS)));
    return "it exceeds a limit, which IG004 names";
  }

  private RootCause tooMuch() {
    return RootCause.at("limit of rules", "", rule.require().at());
  }
}
