package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Compliance;
import dev.iacguard.core.rule.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code stages}. */
final class StageParser {
  private static final Map<String, Verdict.Kind> VERDICTS =
      byLabel(Verdict.Kind.values(), Verdict.Kind::label);
  private static final Map<String, Compliance> COMPLIANCES =
      byLabel(Compliance.values(), Compliance::label);

  private final JsonIn json;
  private final String report;
  private final String repository;
  private final GroupTags groupTags;
  private final KeptValues kept;

  private final Map<String, @Nullable String> texts = new HashMap<>();
  private final Map<String, @Nullable String> tags = new TreeMap<>();
  private final Map<String, @Nullable String> groupOfLogs = new TreeMap<>();
  private Map<String, Verdict.Kind> verdicts = Map.of();
  private List<String> fields = List.of();
  private List<String> rules = List.of();
  private @Nullable Long retentionDays;
  private @Nullable Long bytes;
  private @Nullable Double cost;
  private long line = 1;

  StageParser(JsonIn json, String report, String repository, GroupTags groupTags, KeptValues kept) {
    this.json = json;
    this.report = report;
    this.repository = repository;
    this.groupTags = groupTags;
    this.kept = kept;
  }

  /**
   * @throws JsonIn.WrongShape when it is not as the schema says
   */
  MergedStage read() {
    json.object(this::member);
    @Nullable Compliance compliance = COMPLIANCES.get(text("compliance"));
    if (compliance == null) {
      throw new JsonIn.WrongShape("compliance: one of " + COMPLIANCES.keySet() + " is expected");
    }
    return new MergedStage(
        report,
        repository,
        groupTags.team(tags, groupOfLogs),
        groupTags.environment(tags, groupOfLogs, text("environment")),
        text("stack"),
        text("id"),
        texts.get("stageName"),
        text("kind"),
        text("api"),
        text("language"),
        text("path"),
        (int) Math.min(line, Integer.MAX_VALUE),
        text("status"),
        texts.get("format"),
        fields,
        bytes,
        cost,
        texts.get("group") == null ? texts.get("groupName") : texts.get("group"),
        texts.get("retention"),
        retentionDays,
        text("role"),
        compliance,
        rules,
        verdicts);
  }

  private void member(String name) {
    switch (name) {
      case "id", "stageName", "stack", "kind", "api", "language", "environment", "compliance" ->
          texts.put(name, json.textOrNull());
      case "location" -> json.object(this::location);
      case "accessLog" -> json.object(this::accessLog);
      case "logGroup" -> json.objectOrNull(this::logGroup);
      case "tags" -> json.object(key -> tag(key, tags));
      case "accountRole" -> json.object(member -> textOf("status", member, "role"));
      case "rules" -> rules = json.texts();
      case "verdicts" -> verdicts = verdicts();
      default -> json.skip();
    }
  }

  private void location(String name) {
    switch (name) {
      case "path" -> texts.put("path", json.text());
      case "line" -> line = json.number();
      default -> json.skip();
    }
  }

  private void accessLog(String name) {
    switch (name) {
      case "status" -> texts.put("status", json.text());
      case "format" -> json.objectOrNull(this::format);
      default -> json.skip();
    }
  }

  private void format(String name) {
    switch (name) {
      case "kind" -> texts.put("format", json.text());
      case "fields" -> fields = json.texts();
      case "bytesPerRequest" -> bytes = json.numberOrNull();
      case "monthlyCost" -> cost = json.amount();
      default -> json.skip();
    }
  }

  private void logGroup(String name) {
    switch (name) {
      case "resource" -> texts.put("group", json.textOrNull());
      case "name" -> texts.put("groupName", json.textOrNull());
      case "retention" -> texts.put("retention", json.text());
      case "retentionDays" -> retentionDays = json.numberOrNull();
      case "tags" -> json.object(key -> tag(key, groupOfLogs));
      default -> json.skip();
    }
  }

  private void tag(String key, Map<String, @Nullable String> into) {
    if (groupTags.has(key)) {
      into.put(key, json.textOrNull());
    } else {
      json.textOrNull();
    }
  }

  private void textOf(String wanted, String member, String as) {
    if (member.equals(wanted)) {
      texts.put(as, json.text());
    } else {
      json.skip();
    }
  }

  private Map<String, Verdict.Kind> verdicts() {
    Map<String, Verdict.Kind> read = new TreeMap<>();
    json.object(
        rule -> {
          Verdict.@Nullable Kind kind = VERDICTS.get(json.text());
          if (kind == null) {
            throw new JsonIn.WrongShape("verdicts: one of " + VERDICTS.keySet() + " is expected");
          }
          read.put(rule, kind);
        });
    return kept.once(read);
  }

  private String text(String name) {
    @Nullable String text = texts.get(name);
    if (text == null) {
      throw new JsonIn.WrongShape("a stage without " + name.toLowerCase(Locale.ROOT));
    }
    return text;
  }

  private static <E> Map<String, E> byLabel(E[] values, Function<E, String> label) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(label, Function.identity(), (one, other) -> one, TreeMap::new));
  }
}
