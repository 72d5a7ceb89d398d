package dev.iacguard.core.rule;

/**
 * The id, title and other metadata of a rule.
 *
 * @param id {@code IG101}
 * @param name kebab case, the bad pattern: {@code stage-without-access-log}
 * @param title one line, as in the rule index
 * @param severity the default, or what a policy makes of it
 */
public record RuleInfo(String id, String name, String title, Severity severity) {

  /** The same rule where it weighs something else. */
  public RuleInfo weighing(Severity other) {
    return other == severity ? this : new RuleInfo(id, name, title, other);
  }
}
