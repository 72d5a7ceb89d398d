package dev.iacguard.core.rule;

/**
 * Judges one subject against the policy. Stateless, without input or output of its own.
 *
 * @param <S> the subject as the rule sees it, in one scenario: it meets no {@code Choice} there
 * @param <P> the policy
 */
public interface Rule<S, P> {

  RuleInfo info();

  Outcome check(S subject, P policy);
}
