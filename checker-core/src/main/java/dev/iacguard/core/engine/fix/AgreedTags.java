package dev.iacguard.core.engine.fix;

import dev.iacguard.core.engine.CheckResult;
import dev.iacguard.core.rule.report.StackReport;
import dev.iacguard.core.rule.report.StageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of tags on which the stages and log groups of a stack agree: at least two resources
 * have the tag, with one value, and none of the others may have it with another one.
 */
final class AgreedTags {
  private static final int FEWEST = 2;

  private final Map<String, List<StageFacts>> stages = new HashMap<>();
  private final Map<String, Map<String, String>> byStack = new HashMap<>();

  AgreedTags(CheckResult result) {
    for (StackReport report : result.apart()) {
      for (StageFacts stage : report.stages()) {
        stages.computeIfAbsent(stage.stack(), any -> new ArrayList<>()).add(stage);
      }
    }
  }

  /**
   * @return values by key
   */
  Map<String, String> of(String stack) {
    return byStack.computeIfAbsent(stack, this::read);
  }

  private Map<String, String> read(String stack) {
    Map<String, StageFacts.Tags> resources = new LinkedHashMap<>();
    for (StageFacts stage : stages.getOrDefault(stack, List.of())) {
      resources.put(stage.resource(), stage.tags());
      StageFacts.@Nullable LogGroup group = stage.logGroup();
      if (group != null && group.resource() != null) {
        resources.put(group.resource(), group.tags());
      }
    }
    if (resources.values().stream().anyMatch(tags -> !tags.complete())) {
      return Map.of();
    }
    Map<String, String> agreed = new HashMap<>();
    Map<String, Integer> having = new HashMap<>();
    for (StageFacts.Tags tags : resources.values()) {
      tags.values()
          .forEach(
              (key, value) -> {
                boolean same = value != null && agreed.getOrDefault(key, value).equals(value);
                agreed.put(key, same ? value : "");
                having.merge(key, 1, Integer::sum);
              });
    }
    agreed
        .entrySet()
        .removeIf(tag -> tag.getValue().isEmpty() || having.getOrDefault(tag.getKey(), 0) < FEWEST);
    return agreed;
  }
}
