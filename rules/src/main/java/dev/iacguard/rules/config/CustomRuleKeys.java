package dev.iacguard.rules.config;

import static dev.iacguard.rules.config.PolicyKeys.key;
import static dev.iacguard.rules.config.PolicyKeys.section;
import static dev.iacguard.rules.config.PolicyKeys.text;

import dev.iacguard.core.config.ConfigType;
import dev.iacguard.core.config.ConfigType.ListOf;
import dev.iacguard.core.config.ConfigType.Section;
import dev.iacguard.core.config.ConfigType.Text;
import dev.iacguard.core.config.ConfigType.Word;
import java.util.List;
import java.util.regex.Pattern;

/** Declares the keys of an entry of {@code custom-rules}. */
final class CustomRuleKeys {
  private static final String ID = "(?!IG)[A-Z][A-Z0-9-]{0,30}[0-9]";
  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  static final Text REFERENCE = text("the id or name of a custom rule", ID + "|" + NAME);

  private static final int LONGEST_EXPRESSION = 4_000;
  private static final Text EXPRESSION =
      new Text("an expression", Pattern.compile("(?s).*\\S.*"), LONGEST_EXPRESSION);
  private static final Text WORDS = text("a string", "(?s).*\\S.*");

  private CustomRuleKeys() {}

  static Section rule() {
    return section(
        ConfigType.Key.required(
            "id",
            "Capital letters and digits, ending in a digit.",
            text("an id such as ACME1, not one of IG", ID)),
        ConfigType.Key.required("name", "The problem, in kebab case.", text("a name", NAME)),
        ConfigType.Key.required("title", "One line for the index of rules.", WORDS),
        key(
            "severity",
            "Severity of its findings. Default: warning.",
            new Word(List.of("error", "warning", "note", "off"))),
        ConfigType.Key.required(
            "for", "What it checks: stage, log-group, role, stack or resource(\"TYPE\").", WORDS),
        key("when", "The rule applies only where this is true.", EXPRESSION),
        ConfigType.Key.required("require", "The condition that must be true.", EXPRESSION),
        ConfigType.Key.required("message", "Message when the condition is false.", EXPRESSION),
        key("help", "How to fix it.", WORDS),
        key("tests", "Test cases: subjects and expected results.", new ListOf(test(), 0)));
  }

  private static Section test() {
    return section(
        ConfigType.Key.required("name", "Name of the test case.", WORDS),
        ConfigType.Key.required("subject", "The fields of the subject.", new ConfigType.Anything()),
        key("unknown", "Paths of unknown fields.", new ListOf(WORDS, 0)),
        ConfigType.Key.required(
            "verdict",
            "Expected result.",
            new Word(List.of("pass", "fail", "unknown", "not-applicable"))));
  }
}
