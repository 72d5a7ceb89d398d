package dev.iacguard.cli.command;

import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigNode.Scalar;
import dev.iacguard.core.config.ConfigNode.Sequence;
import dev.iacguard.core.rule.pack.RulePack;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Drafts a first policy: the built-in one, relaxed where today's code fails it. What is not known
 * of a stage relaxes nothing.
 *
 * @param stages how many there are
 * @param apis how many there are of each kind of API
 * @param fields what a line has to tell
 * @param logGroupTags the tags of log groups
 * @param stageTags the tags of stages
 */
record PolicyDraft(
    int stages, Map<String, Integer> apis, Wanted fields, Wanted logGroupTags, Wanted stageTags) {

  /**
   * One list of the policy.
   *
   * @param builtIn what the built-in policy asks for
   * @param met what of it all the code has that is known
   */
  record Wanted(List<String> builtIn, Set<String> met) {
    private static Wanted of(Mapping policy, String section, String key) {
      List<String> builtIn = new ArrayList<>();
      if (policy.at(section, key) instanceof Sequence sequence) {
        for (ConfigNode item : sequence.items()) {
          if (item instanceof Scalar scalar) {
            builtIn.add(scalar.text());
          }
        }
      }
      return new Wanted(List.copyOf(builtIn), new LinkedHashSet<>(builtIn));
    }

    private boolean isRelaxed() {
      return met.size() < builtIn.size();
    }
  }

  /**
   * @param builtIn what the built-in policy says
   * @param rules tell what a format logs
   */
  static PolicyDraft of(List<StageFacts> stages, Mapping builtIn, RulePack rules) {
    Map<String, Integer> apis = new TreeMap<>();
    Wanted fields = Wanted.of(builtIn, "access-log", "required-fields");
    Wanted groupTags = Wanted.of(builtIn, "log-group", "required-tags");
    Wanted stageTags = Wanted.of(builtIn, "stage", "required-tags");
    for (StageFacts stage : stages) {
      apis.merge(stage.api(), 1, Integer::sum);
      StageFacts.Format format = stage.accessLog().format();
      if (format != null && format.complete() && !format.kind().equals("unknown")) {
        fields.met.retainAll(rules.told(stage.api(), fields.builtIn, format.fields()));
      }
      keep(stageTags, stage.tags());
      StageFacts.LogGroup group = stage.logGroup();
      if (group != null && group.declared()) {
        keep(groupTags, group.tags());
      }
    }
    return new PolicyDraft(stages.size(), apis, fields, groupTags, stageTags);
  }

  private static void keep(Wanted wanted, StageFacts.Tags tags) {
    if (tags.complete()) {
      Set<String> keys =
          tags.values().keySet().stream().map(PolicyDraft::plain).collect(Collectors.toSet());
      wanted.met.removeIf(key -> !keys.contains(plain(key)));
    }
  }

  /** Keys compare as under {@code tags.keys: similar}. */
  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[-_: ]", "");
  }

  /** The policy file. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # What this project requires of its API Gateway access logs. Every key: docs/policy.md
        # of iac-guard, or 'iac-guard schema config > iac-guard.schema.json' for editors:
        # yaml-language-server: $schema=iac-guard.schema.json
        #
        # Looked at: %s.
        version: 1

        # A preset to start from: default, pci-dss, hipaa or soc2. What is written below asks
        # for less than it, since the code does not have the rest today.
        extends: default
        """
            .formatted(counts()));
    section("access-log", "required-fields", fields, text);
    section("log-group", "required-tags", logGroupTags, text);
    section("stage", "required-tags", stageTags, text);
    return text.toString();
  }

  private static void section(String name, String key, Wanted wanted, StringBuilder text) {
    if (wanted.isRelaxed()) {
      text.append("\n").append(name).append(":\n");
      text.append("  # To tighten later: ").append(key).append(": ");
      text.append(list(wanted.builtIn)).append("\n  ");
      text.append(key).append(": ").append(list(wanted.met)).append('\n');
    }
  }

  /** {@code 3 stages (HTTP 1, REST 2)}. */
  private String counts() {
    String kinds =
        apis.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    return stages
        + (stages == 1 ? " stage" : " stages")
        + (kinds.isEmpty() ? "" : " (" + kinds + ")");
  }

  private static String list(Collection<String> words) {
    return "[" + String.join(", ", words) + "]";
  }
}
