package dev.iacguard.cli.merge;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tags that name the team and the environment of a stage. Those of the stage win over those of
 * its log group; keys are compared without regard to case.
 *
 * @param team keys, the first that is there wins
 * @param environment keys; without any that is there the stage's own environment is used
 */
public record GroupTags(List<String> team, List<String> environment) {

  /** Whether the tag names something; others need not be kept. */
  boolean has(String key) {
    return Stream.concat(team.stream(), environment.stream()).anyMatch(key::equalsIgnoreCase);
  }

  String team(Map<String, @Nullable String> stage, Map<String, @Nullable String> logGroup) {
    return value(team, stage, logGroup, "");
  }

  String environment(
      Map<String, @Nullable String> stage,
      Map<String, @Nullable String> logGroup,
      String otherwise) {
    return value(environment, stage, logGroup, otherwise);
  }

  private static String value(
      List<String> keys,
      Map<String, @Nullable String> stage,
      Map<String, @Nullable String> logGroup,
      String otherwise) {
    for (String key : keys) {
      for (Map<String, @Nullable String> tags : List.of(stage, logGroup)) {
        for (Map.Entry<String, @Nullable String> tag : tags.entrySet()) {
          @Nullable String value = tag.getValue();
          if (value != null && tag.getKey().equalsIgnoreCase(key)) {
            return value;
          }
        }
      }
    }
    return otherwise;
  }
}
