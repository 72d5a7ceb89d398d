package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.model.Nearest;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.core.rule.Verdict;
import dev.iacguard.core.source.Span;
import dev.iacguard.rules.custom.CustomRule;
import dev.iacguard.rules.custom.CustomRules;
import dev.iacguard.rules.custom.Phrase;
import dev.iacguard.rules.custom.RuleTest;
import dev.iacguard.rules.custom.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds custom rules from a policy that fits its types. */
final class CustomRuleReader {
  private final List<ConfigError> errors;
  private final Map<String, String> taken = new HashMap<>();

  private CustomRuleReader(List<RuleInfo> builtIn, List<ConfigError> errors) {
    this.errors = errors;
    builtIn.forEach(rule -> taken.put(rule.name(), "the built-in rule " + rule.id()));
  }

  /**
   * @param errors takes what is wrong with the rules and their expressions
   */
  static CustomRules read(Mapping policy, List<RuleInfo> builtIn, List<ConfigError> errors) {
    List<ConfigNode> items = Nodes.items(policy.get("custom-rules"));
    if (items.size() > CustomRules.MOST) {
      String message =
          "there are more than the " + CustomRules.MOST + " custom rules that are read";
      errors.add(new ConfigError(items.get(CustomRules.MOST).at(), message));
    }
    return items.isEmpty() || items.size() > CustomRules.MOST
        ? CustomRules.NONE
        : new CustomRuleReader(builtIn, errors).read(items);
  }

  private CustomRules read(List<ConfigNode> items) {
    List<CustomRule> rules = new ArrayList<>();
    for (ConfigNode item : items) {
      CustomRule rule = rule((Mapping) item);
      if (rule != null) {
        rules.add(rule);
      }
    }
    CustomRules.Compiled compiled = CustomRules.compile(rules);
    for (Problem problem : compiled.problems()) {
      errors.add(new ConfigError(problem.at(), problem.message()));
    }
    return compiled.rules();
  }

  private @Nullable CustomRule rule(Mapping rule) {
    // Both are asked, so that what is wrong with either is said.
    boolean ownId = isFree(rule.get("id"));
    boolean ownName = isFree(rule.get("name"));
    ConfigNode subject = Objects.requireNonNull(rule.get("for"));
    String word = Nodes.neededText(subject);
    Target target = Target.of(word);
    if (target == null) {
      String hint = Nearest.hint(word, Target.words());
      String all = "one of " + String.join(", ", Target.words()) + " is expected";
      errors.add(new ConfigError(subject.at(), all + ", not '" + word + "'" + hint));
    }
    return target == null || !ownId || !ownName
        ? null
        : new CustomRule(
            info(rule),
            target,
            rule.get("when") == null ? null : phrase(rule.get("when")),
            phrase(rule.get("require")),
            phrase(rule.get("message")),
            Objects.requireNonNullElse(Nodes.text(rule.get("help")), ""),
            Nodes.items(rule.get("tests")).stream().map(test -> test((Mapping) test)).toList());
  }

  private static RuleInfo info(Mapping rule) {
    String severity = Objects.requireNonNullElse(Nodes.text(rule.get("severity")), "warning");
    return new RuleInfo(
        Nodes.neededText(rule.get("id")),
        Nodes.neededText(rule.get("name")),
        Nodes.neededText(rule.get("title")),
        Severity.valueOf(severity.toUpperCase(Locale.ROOT)));
  }

  private static RuleTest test(Mapping test) {
    String verdict = Nodes.neededText(test.get("verdict"));
    return new RuleTest(
        Nodes.neededText(test.get("name")),
        Values.of(Objects.requireNonNull(test.get("subject"))),
        Nodes.items(test.get("unknown")).stream().map(CustomRuleReader::phrase).toList(),
        Verdict.Kind.valueOf(verdict.toUpperCase(Locale.ROOT).replace('-', '_')),
        test.at());
  }

  private boolean isFree(@Nullable ConfigNode node) {
    String word = Nodes.neededText(node);
    Span at = Objects.requireNonNull(node).at();
    String other = taken.putIfAbsent(word, "the rule on line " + at.line());
    if (other != null) {
      errors.add(new ConfigError(at, "'" + word + "' is taken by " + other));
    }
    return other == null;
  }

  /** The text without its quotes. */
  private static Phrase phrase(@Nullable ConfigNode node) {
    String text = Nodes.neededText(node);
    Span at = Objects.requireNonNull(node).at();
    boolean quoted = at.end() - at.start() == text.length() + 2;
    return new Phrase(text, quoted ? at.file().span(at.start() + 1, at.end() - 1) : at);
  }
}
