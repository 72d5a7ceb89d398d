package dev.iacguard.rules.remedy;

import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.core.rule.pack.StageRequirements.Tag;
import dev.iacguard.rules.policy.Policy;
import dev.iacguard.rules.policy.RequiredTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags that a new stage and its log group share. */
final class NewTags {
  private NewTags() {}

  /** In the order of the policy, those of the stage first. A value has to suit both. */
  static List<Tag> of(Policy policy) {
    Map<String, Tag> tags = new LinkedHashMap<>();
    List<RequiredTag> required = new ArrayList<>(policy.stage().requiredTags());
    required.addAll(policy.logGroup().requiredTags());
    for (RequiredTag tag : required) {
      Tag one = new Tag(tag.key(), tag.values(), patterns(tag.pattern()));
      tags.merge(tag.key(), one, NewTags::both);
    }
    return List.copyOf(tags.values());
  }

  private static List<String> patterns(@Nullable BoundedRegex pattern) {
    return pattern == null ? List.of() : List.of(pattern.pattern().pattern());
  }

  private static Tag both(Tag one, Tag other) {
    List<String> patterns = new ArrayList<>(one.patterns());
    other.patterns().stream().filter(each -> !patterns.contains(each)).forEach(patterns::add);
    return new Tag(one.key(), values(one.values(), other.values()), List.copyOf(patterns));
  }

  private static List<String> values(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.stream().filter(other::contains).toList();
  }
}
