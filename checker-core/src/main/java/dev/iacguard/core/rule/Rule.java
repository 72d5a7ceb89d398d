package dev.iacguard.core.rule;

/**
 * Judges one subject against the policy. Stateless, without input or output of its own.
 *
 * @param <S> the subject as the rule sees it, in one scenario: it meets no {@code Choice} there
 * @param <P> the policy
 */
public abstract class Rule<S, P> {
  private final RuleInfo info;

  protected Rule(RuleInfo info) {
    this.info = info;
  }

  /** A rule with the metadata that {@link RuleInfo} describes. */
  protected Rule(String id, String name, String title, Severity severity) {
    this(new RuleInfo(id, name, title, severity));
  }

  public final RuleInfo info() {
    return info;
  }

  public abstract Outcome check(S subject, P policy);
}
