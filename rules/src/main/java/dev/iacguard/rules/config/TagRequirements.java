package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigError;
import dev.iacguard.core.config.ConfigNode;
import dev.iacguard.core.config.ConfigNode.Mapping;
import dev.iacguard.core.config.ConfigType;
import dev.iacguard.core.config.ConfigType.Either;
import dev.iacguard.core.config.ConfigType.ListOf;
import dev.iacguard.core.config.ConfigType.Text;
import dev.iacguard.core.model.BoundedRegex;
import dev.iacguard.rules.policy.RequiredTag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys {@code required-tags}: a key, or a key with what its value has to be. */
final class TagRequirements {
  /** A key has at most 128 characters (Tagging AWS resources, tag naming limits). */
  private static final Text KEY = PolicyKeys.text("a tag key", "[^\\p{Cntrl}]{1,128}");

  private static final Text VALUE =
      PolicyKeys.text("a tag value", "[^\\p{Cntrl}]{1," + RequiredTag.LONGEST_VALUE + "}");

  private static final Text PATTERN =
      PolicyKeys.text("a regular expression", "[^\\p{Cntrl}]{1,512}");

  private static final ListOf TAGS =
      new ListOf(
          new Either(
              List.of(
                  KEY,
                  PolicyKeys.section(
                      ConfigType.Key.required("key", "The key of the tag.", KEY),
                      PolicyKeys.key("values", "Allowed values.", new ListOf(VALUE, 1)),
                      PolicyKeys.key(
                          "pattern",
                          "A regular expression (RE2) that the whole value has to match.",
                          PATTERN)))),
          0);

  /** {@code required-tags} of a section. */
  static final ConfigType.Key REQUIRED =
      PolicyKeys.key("required-tags", "Required tags, by key or with their values.", TAGS);

  private TagRequirements() {}

  static List<RequiredTag> read(Mapping policy, String section, List<ConfigError> errors) {
    List<RequiredTag> tags = new ArrayList<>();
    for (ConfigNode item : Nodes.items(policy.at(section, "required-tags"))) {
      tags.add(
          item instanceof Mapping tag
              ? new RequiredTag(
                  Nodes.neededText(tag.get("key")),
                  Nodes.texts(tag.get("values")),
                  pattern(tag.get("pattern"), errors))
              : RequiredTag.ofKey(Nodes.neededText(item)));
    }
    return List.copyOf(tags);
  }

  private static @Nullable BoundedRegex pattern(
      @Nullable ConfigNode node, List<ConfigError> errors) {
    if (node == null) {
      return null;
    }
    BoundedRegex pattern = BoundedRegex.of(Nodes.neededText(node));
    if (pattern == null) {
      String message = "not a regular expression that RE2 reads, or too large";
      errors.add(new ConfigError(node.at(), message));
    }
    return pattern;
  }
}
