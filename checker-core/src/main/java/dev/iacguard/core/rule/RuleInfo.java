package dev.iacguard.core.rule;

/**
 * What a rule is called.
 *
 * @param id {@code IG101}
 * @param name kebab case, the bad pattern: {@code stage-without-access-log}
 * @param title one line, as in the rule index
 * @param severity the default
 */
public record RuleInfo(String id, String name, String title, Severity severity) {}
