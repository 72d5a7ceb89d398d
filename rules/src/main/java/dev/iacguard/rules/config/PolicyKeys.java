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

/** Every key of a policy file and what may be written there. */
final class PolicyKeys {
  /** The most days that CloudWatch Logs keeps events for, when it does not keep them for ever. */
  private static final int MOST_DAYS = 3_653;

  private static final int LONGEST = 512;

  private static final Text NAME =
      text("a name of small letters, digits and dashes", "[a-z][a-z0-9-]{0,63}");
  private static final Text PATTERN = text("a pattern", "[^\\p{Cntrl}]+");
  private static final Text FILE = text("the path of a file", "[^\\p{Cntrl}]+");
  private static final Text VARIABLE =
      text("a variable such as $context.requestId", "\\$context\\.[A-Za-z0-9_.-]+");

  private static final Word PRESET = new Word(Presets.NAMES);

  /** A key has at most 128 characters (Tagging AWS resources, tag naming limits). */
  private static final ListOf TAGS = new ListOf(text("a tag key", "[^\\p{Cntrl}]{1,128}"), 0);

  private PolicyKeys() {}

  static Section all(List<RuleInfo> rules) {
    List<ConfigType.Key> keys = new ArrayList<>();
    keys.add(key("version", "The version of this form.", new WholeNumber(1, 1)));
    keys.add(
        key(
            "extends",
            "What this policy starts from: presets, files, or folders of them; later ones on top.",
            new Either(List.of(PRESET, FILE, new ListOf(new Either(List.of(PRESET, FILE)), 1)))));
    keys.addAll(sections(rules));
    keys.add(key("formats", "Formats that access-log.format can name.", new Named(NAME, format())));
    keys.add(
        key(
            "environments",
            "What is different for some stacks or stages; where several fit, later ones on top.",
            new ListOf(environment(rules), 0)));
    keys.add(
        key(
            "exclude",
            "Patterns for paths that are neither read nor counted; one for a folder excludes all"
                + " below it.",
            new ListOf(PATTERN, 0)));
    keys.add(key("waivers", "Exceptions.", new ListOf(waiver(rules), 0)));
    keys.add(key("custom-rules", "Rules of your own.", new ListOf(CustomRuleKeys.rule(), 0)));
    keys.add(
        key(
            "waivers-need-expiry",
            "Whether every exception has to say until when it holds.",
            new ConfigType.Truth()));
    keys.add(
        key(
            "policy-from-base",
            "Judge a change by the policy of the revision it starts from. Only with --config.",
            new ConfigType.Truth()));
    keys.add(
        key(
            "no-inline-ignores",
            "Exceptions beside the code do not count. Only with --config.",
            new ConfigType.Truth()));
    keys.add(
        key(
            "terraform",
            "How Terraform stacks are read.",
            section(
                key(
                    "variants",
                    "Sets of variable files by name; a stack is judged once for each.",
                    new Named(text("a name", "[^\\p{Cntrl}()]{1,64}"), new ListOf(FILE, 1))))));
    return new Section(List.copyOf(keys));
  }

  /** The sections that an environment may change. */
  private static List<ConfigType.Key> sections(List<RuleInfo> rules) {
    return List.of(
        key(
            "access-log",
            "What an access log line has to be.",
            section(
                key(
                    "format",
                    "json, any, or a format under formats.",
                    new Either(List.of(new Word(List.of("json", "any")), NAME))),
                key(
                    "required-fields",
                    "What a line has to tell, by meaning or by variable.",
                    new ListOf(new Either(List.of(new Word(meanings()), VARIABLE)), 0)),
                key(
                    "permitted-variables",
                    "Variables that may be logged although they may hold personal data.",
                    new ListOf(VARIABLE, 0)))),
        key(
            "log-group",
            "What a log group has to be.",
            section(
                key("retention-days", "How long it keeps events.", retention()),
                key("required-tags", "Keys of tags that it has to have.", TAGS))),
        key(
            "stage",
            "What a stage has to be.",
            section(key("required-tags", "Keys of tags that it has to have.", TAGS))),
        key(
            "tags",
            "How tags are looked for.",
            section(
                key(
                    "keys",
                    "similar: keys compare without case, dashes, underscores, colons and spaces.",
                    new Word(List.of("similar", "exact"))),
                key(
                    "stack-tags",
                    "unknown: CloudFormation stacks may be deployed with tags of their own.",
                    new Word(List.of("none", "unknown"))))),
        key(
            "logging-role",
            "The role that API Gateway writes logs with.",
            section(
                key(
                    "owner",
                    "Who sets it: every stack, something elsewhere, or either.",
                    new Word(List.of("stack", "elsewhere", "either"))),
                key(
                    "approved",
                    "Patterns for ARNs, names and addresses of the roles that may be set.",
                    new ListOf(PATTERN, 0)))),
        key("cost", "What access logs may cost.", CostSection.KEYS),
        key(
            "alarms",
            "Which errors an alarm has to watch.",
            section(
                key(
                    "on",
                    "The kinds of errors.",
                    new Word(List.of("any", "client-errors", "server-errors", "both"))))),
        key(
            "rules",
            "What rules weigh, by id or name.",
            new Named(reference(rules), new Word(severities()))));
  }

  private static Section retention() {
    WholeNumber days = new WholeNumber(1, MOST_DAYS);
    return section(
        key("min", "At least so many days.", days),
        key("max", "At most so many days.", days),
        key("allowed", "Only these numbers of days.", new ListOf(days, 0)));
  }

  private static Section format() {
    Named members =
        new Named(
            text("the name of a member", "[^\\p{Cntrl}\"\\\\]{1,128}"),
            text("what the member holds", "[^\\p{Cntrl}]+"));
    return section(
        key("all", "Members for every kind of API.", members),
        key("rest", "Members for REST APIs.", members),
        key("http", "Members for HTTP APIs.", members),
        key("websocket", "Members for WebSocket APIs.", members));
  }

  private static Section environment(List<RuleInfo> rules) {
    List<ConfigType.Key> keys = new ArrayList<>();
    keys.add(key("name", "What reports call it.", NAME));
    keys.add(
        key(
            "match",
            "Patterns for the paths of stacks, or for the variable files they are given.",
            new ListOf(PATTERN, 1)));
    keys.add(key("stages", "Patterns for the names of stages.", new ListOf(PATTERN, 1)));
    keys.addAll(sections(rules));
    return new Section(List.copyOf(keys));
  }

  private static Section waiver(List<RuleInfo> rules) {
    return section(
        ConfigType.Key.required("rule", "The id or name of a rule.", reference(rules)),
        key("resource", "A pattern for addresses. Left out for IG001 and IG002.", PATTERN),
        key("path", "A pattern for paths. Needed for IG001 and IG002.", PATTERN),
        ConfigType.Key.required("reason", "Why.", text("a reason", "(?s).*\\S.*")),
        key("since", "The day it was decided on.", new ConfigType.Day()),
        key("until", "The last day it holds.", new ConfigType.Day()));
  }

  /** What may stand for a rule; whether a custom rule is there is looked at when all is read. */
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
