package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigType;
import dev.iacguard.core.config.ConfigType.Either;
import dev.iacguard.core.config.ConfigType.ListOf;
import dev.iacguard.core.config.ConfigType.Named;
import dev.iacguard.core.config.ConfigType.Section;
import dev.iacguard.core.config.ConfigType.Text;
import dev.iacguard.core.config.ConfigType.WholeNumber;
import dev.iacguard.core.config.ConfigType.Word;
import dev.iacguard.core.rule.RuleInfo;
import dev.iacguard.core.rule.Severity;
import dev.iacguard.rules.policy.Field;
import dev.iacguard.rules.policy.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Declares every key of a policy file and the type of its value. */
final class PolicyKeys {
  /** The most days that CloudWatch Logs keeps events for, when it does not keep them forever. */
  private static final int MOST_DAYS = 3_653;

  private static final int LONGEST = 512;

  private static final Text NAME =
      text("a name of small letters, digits and dashes", "[a-z][a-z0-9-]{0,63}");
  private static final Text PATTERN = text("a pattern", "[^\\p{Cntrl}]+");
  private static final Text FILE = text("the path of a file", "[^\\p{Cntrl}]+");
  private static final Text VARIABLE =
      text("a variable such as $context.requestId", "\\$context\\.[A-Za-z0-9_.-]+");

  private static final Word PRESET = new Word(Presets.NAMES);

  private PolicyKeys() {}

  static Section all(List<RuleInfo> rules) {
    List<ConfigType.Key> keys = new ArrayList<>();
    keys.add(key("version", "Version of the policy format.", new WholeNumber(1, 1)));
    keys.add(
        key(
            "extends",
            "Presets, policy files or directories to start from; later ones override earlier ones.",
            new Either(List.of(PRESET, FILE, new ListOf(new Either(List.of(PRESET, FILE)), 1)))));
    keys.addAll(sections(rules));
    keys.add(key("formats", "Named formats for access-log.format.", new Named(NAME, format())));
    keys.add(
        key(
            "environments",
            "Overrides for some stacks or stages; later ones override earlier ones.",
            new ListOf(environment(rules), 0)));
    keys.add(
        key(
            "exclude",
            "Patterns for paths that are neither read nor counted; one for a folder excludes all"
                + " below it.",
            new ListOf(PATTERN, 0)));
    keys.add(key("waivers", "Exceptions.", new ListOf(waiver(rules), 0)));
    keys.add(key("custom-rules", "Custom rules.", new ListOf(CustomRuleKeys.rule(), 0)));
    keys.add(
        key(
            "waivers-need-expiry",
            "Require an expiry date in every ignore comment and waiver.",
            new ConfigType.Truth()));
    keys.add(
        key(
            "policy-from-base",
            "Check a change with the policy of its base revision. Only with --config.",
            new ConfigType.Truth()));
    keys.add(
        key(
            "no-inline-ignores",
            "Disregard ignore comments in the code. Only with --config.",
            new ConfigType.Truth()));
    keys.add(
        key(
            "terraform",
            "How to read Terraform stacks.",
            section(
                key(
                    "variants",
                    "Named sets of variable files; a stack is checked once per set.",
                    new Named(text("a name", "[^\\p{Cntrl}()]{1,64}"), new ListOf(FILE, 1))))));
    return new Section(List.copyOf(keys));
  }

  /** The sections that an environment may change. */
  private static List<ConfigType.Key> sections(List<RuleInfo> rules) {
    return List.of(
        key(
            "access-log",
            "Requirements for access logs.",
            section(
                key(
                    "format",
                    "Required format: json, any, or the name of a format under formats.",
                    new Either(List.of(new Word(List.of("json", "any")), NAME))),
                key(
                    "required-fields",
                    "Required fields, by meaning or by variable.",
                    new ListOf(new Either(List.of(new Word(meanings()), VARIABLE)), 0)),
                key(
                    "permitted-variables",
                    "Variables that may be logged although they may contain personal data.",
                    new ListOf(VARIABLE, 0)))),
        key(
            "log-group",
            "Requirements for log groups.",
            section(
                key("retention-days", "Retention in days.", retention()),
                TagRequirements.REQUIRED)),
        key("stage", "Requirements for stages.", section(TagRequirements.REQUIRED)),
        key(
            "tags",
            "How tags are compared.",
            section(
                key(
                    "keys",
                    "similar: ignore case, dashes, underscores, colons and spaces in keys.",
                    new Word(List.of("similar", "exact"))),
                key(
                    "stack-tags",
                    "unknown: CloudFormation stacks may add their own tags at deployment.",
                    new Word(List.of("none", "unknown"))))),
        key(
            "logging-role",
            "The role that API Gateway uses to write logs.",
            section(
                key(
                    "owner",
                    "Who sets the role: stack, elsewhere, or either.",
                    new Word(List.of("stack", "elsewhere", "either"))),
                key(
                    "approved",
                    "Patterns for the ARNs, names and addresses of approved roles.",
                    new ListOf(PATTERN, 0)))),
        key("cost", "Cost limits for access logs.", CostSection.KEYS),
        key(
            "alarms",
            "Required alarms.",
            section(
                key(
                    "on",
                    "Errors that need an alarm.",
                    new Word(List.of("any", "client-errors", "server-errors", "both"))))),
        key(
            "rules",
            "Severity of rules, by id or name.",
            new Named(reference(rules), new Word(severities()))));
  }

  private static Section retention() {
    WholeNumber days = new WholeNumber(1, MOST_DAYS);
    return section(
        key("min", "Minimum number of days.", days),
        key("max", "Maximum number of days.", days),
        key("allowed", "Allowed numbers of days.", new ListOf(days, 0)));
  }

  private static Section format() {
    Named members =
        new Named(
            text("the name of a JSON key", "[^\\p{Cntrl}\"\\\\]{1,128}"),
            text("the value of the key", "[^\\p{Cntrl}]+"));
    return section(
        key("all", "Keys for every kind of API.", members),
        key("rest", "Keys for REST APIs.", members),
        key("http", "Keys for HTTP APIs.", members),
        key("websocket", "Keys for WebSocket APIs.", members));
  }

  private static Section environment(List<RuleInfo> rules) {
    List<ConfigType.Key> keys = new ArrayList<>();
    keys.add(key("name", "Name in reports.", NAME));
    keys.add(
        key(
            "match",
            "Patterns for paths of stacks or of their variable files.",
            new ListOf(PATTERN, 1)));
    keys.add(key("stages", "Patterns for stage names.", new ListOf(PATTERN, 1)));
    keys.addAll(sections(rules));
    return new Section(List.copyOf(keys));
  }

  private static Section waiver(List<RuleInfo> rules) {
    return section(
        ConfigType.Key.required("rule", "The id or name of a rule.", reference(rules)),
        key("resource", "A pattern for addresses. Left out for IG001 and IG002.", PATTERN),
        key("path", "A pattern for paths. Needed for IG001 and IG002.", PATTERN),
        ConfigType.Key.required("reason", "Why.", text("a reason", "(?s).*\\S.*")),
        key("since", "Date of the decision.", new ConfigType.Day()),
        key("until", "Last day on which it applies.", new ConfigType.Day()));
  }

  /** What may name a rule; whether a custom rule is there is looked at when all is read. */
  private static Either reference(List<RuleInfo> rules) {
    List<String> builtIn =
        rules.stream().flatMap(rule -> Stream.of(rule.id(), rule.name())).toList();
    return new Either(List.of(new Word(builtIn), CustomRuleKeys.REFERENCE));
  }

  private static List<String> meanings() {
    return Fields.ALL.stream().map(Field::label).toList();
  }

  private static List<String> severities() {
    return Arrays.stream(Severity.values())
        .map(severity -> severity.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  static ConfigType.Key key(String name, String description, ConfigType type) {
    return ConfigType.Key.of(name, description, type);
  }

  static Section section(ConfigType.Key... keys) {
    return new Section(List.of(keys));
  }

  static Text text(String inWords, String pattern) {
    return new Text(inWords, Pattern.compile(pattern), LONGEST);
  }
}
