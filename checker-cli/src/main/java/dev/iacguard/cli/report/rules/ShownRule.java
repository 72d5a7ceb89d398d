package dev.iacguard.cli.report.rules;

import dev.iacguard.cli.report.RulePage;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.source.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A rule under a policy, as it is shown.
 *
 * @param rule with its severity where the policy says nothing of it
 * @param severity what it weighs; {@link Severity#OFF} when it is not asked
 * @param from where the policy says so; null when it does not
 * @param custom whether it is one of the policy's own
 * @param options the keys of the policy that it goes by
 */
public record ShownRule(
    RuleInfo rule, Severity severity, @Nullable Span from, boolean custom, List<String> options) {

  /**
   * @param page the rule's Markdown page, front matter included
   * @param settings what the policy says, rules by their ids
   */
  public static ShownRule of(RuleInfo rule, String page, boolean custom, Mapping settings) {
    List<String> options = RulePage.of(page).options();
    return settings.at("rules", rule.id()) instanceof Scalar word
        ? new ShownRule(rule, severity(word.text()), word.at(), custom, options)
        : new ShownRule(rule, rule.severity(), null, custom, options);
  }

  private static Severity severity(String word) {
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
