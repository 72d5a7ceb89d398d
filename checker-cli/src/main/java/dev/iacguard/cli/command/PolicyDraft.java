package dev.iacguard.cli.command;

import dev.iacguard.cli.report.Printable;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a policy that asks for what most stages have in common, so that a first run reports the
 * exceptions. What is not known of a stage counts for nothing.
 *
 * @param stages how many there are
 * @param apis how many there are of each kind of API
 * @param formats how many known formats there are of each kind
 * @param variables what all known formats log
 * @param stageTags the keys that all stages are tagged with
 * @param logGroupTags the keys that all log groups are tagged with
 * @param leastDays the shortest retention, or null when none is known
 * @param roles how the code refers to its logging roles
 */
record PolicyDraft(
    int stages,
    Map<String, Integer> apis,
    Map<String, Integer> formats,
    List<String> variables,
    List<String> stageTags,
    List<String> logGroupTags,
    @Nullable Integer leastDays,
    List<String> roles) {
  private static final int LONGEST = 128;

  static PolicyDraft of(List<StageFacts> stages) {
    List<Set<String>> formats = new ArrayList<>();
    List<Set<String>> stageTags = new ArrayList<>();
    List<Set<String>> groupTags = new ArrayList<>();
    Set<String> roles = new TreeSet<>();
    Map<String, Integer> apis = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    Integer least = null;
    for (StageFacts stage : stages) {
      apis.merge(stage.api(), 1, Integer::sum);
      StageFacts.Format format = stage.accessLog().format();
      if (format != null && format.complete()) {
        kinds.merge(format.kind(), 1, Integer::sum);
        formats.add(new LinkedHashSet<>(format.fields()));
      }
      add(stage.tags(), stageTags);
      StageFacts.LogGroup group = stage.logGroup();
      if (group != null && group.declared()) {
        add(group.tags(), groupTags);
        Integer days = group.retentionDays();
        least = least == null || (days != null && days < least) ? days : least;
      }
      String role = stage.accountRole().reference();
      if (role != null && !Boolean.FALSE.equals(stage.accountRole().approved())) {
        roles.add(role);
      }
    }
    return new PolicyDraft(
        stages.size(),
        apis,
        kinds,
        shared(formats),
        shared(stageTags),
        shared(groupTags),
        least,
        writable(roles));
  }

  private static void add(StageFacts.Tags tags, List<Set<String>> all) {
    if (tags.complete()) {
      all.add(tags.values().keySet());
    }
  }

  private static List<String> shared(List<Set<String>> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    Set<String> shared = new LinkedHashSet<>(all.get(0));
    all.forEach(shared::retainAll);
    return writable(shared);
  }

  /** What comes from the code and could be more than a word is left out. */
  private static List<String> writable(Collection<String> words) {
    return words.stream()
        .filter(word -> word.length() <= LONGEST && Printable.line(word).equals(word))
        .toList();
  }

  /** The policy file. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "# What this project requires of its API Gateway access logs. Every key: docs/policy.md\n");
    text.append("# of iac-guard, or 'iac-guard schema config'.\n");
    text.append("#\n# Looked at: ").append(counts("stages", stages, apis)).append(",\n# ");
    int known = formats.values().stream().mapToInt(count -> count).sum();
    text.append(counts("known formats of access logs", known, formats)).append(".\n");
    text.append("version: 1\n\n");
    text.append("# A preset to start from: default, pci-dss, hipaa or soc2.\n");
    text.append("extends: default\n\n");
    text.append("access-log:\n");
    text.append("  # json: one object a line; any: whatever API Gateway takes.\n");
    boolean json = formats.keySet().equals(Set.of("json"));
    text.append("  format: ").append(json ? "json" : "any").append('\n');
    if (!formats.isEmpty()) {
      text.append("  # What all formats log today; a meaning such as source-ip does as well.\n");
      text.append("  required-fields: ").append(list(variables)).append('\n');
    }
    text.append("\nlog-group:\n");
    if (leastDays != null) {
      text.append("  # The shortest retention today; auditors often want 365.\n");
      text.append("  retention-days: {min: ").append(leastDays).append("}\n");
    }
    text.append("  # The keys that all log groups are tagged with today.\n");
    text.append("  required-tags: ").append(list(logGroupTags)).append('\n');
    text.append("\nstage:\n");
    text.append("  # The keys that all stages are tagged with today.\n");
    text.append("  required-tags: ").append(list(stageTags)).append('\n');
    text.append("\nlogging-role:\n");
    text.append("  # stack, elsewhere or either: who sets the account's role.\n");
    text.append("  owner: ").append(roles.isEmpty() ? "elsewhere" : "either").append('\n');
    if (!roles.isEmpty()) {
      text.append("  # The roles in use today; * stands for any characters.\n");
      text.append("  approved: ").append(list(roles)).append('\n');
    }
    return text.toString();
  }

  /** {@code 3 stages (HTTP 1, REST 2)}. */
  private static String counts(String what, int all, Map<String, Integer> each) {
    String kinds =
        each.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return all + " " + what + (kinds.isEmpty() ? "" : " (" + kinds + ")");
  }

  private static String list(List<String> words) {
    StringBuilder list = new StringBuilder("[");
    for (String word : words) {
      list.append(list.length() == 1 ? "" : ", ").append('"');
      list.append(word.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return list.append(']').toString();
  }
}
