package dev.iacguard.core.scaffold;

import dev.iacguard.core.rule.pack.StageRequirements.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A required tag whose value the user of the new code gives, and the input it is given by.
 *
 * @param words the name of the input, in lower case: {@code cost}, {@code center}
 * @param value the value that is known already; null for none
 */
record TagInput(Tag tag, List<String> words, @Nullable String value) {
  private static final Pattern BREAK =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  /** Names that the inputs of the new code have already, or that languages reserve. */
  private static final Set<String> TAKEN =
      Set.of(
          "name",
          "api_name",
          "stage",
          "stage_name",
          "openapi",
          "tags",
          "source",
          "version",
          "providers",
          "count",
          "for_each",
          "lifecycle",
          "depends_on",
          "locals",
          "kms_key_arn",
          "log_retention_days",
          "throttling_rate_limit",
          "throttling_burst_limit",
          "create_alarms",
          "alarm_actions",
          "alarm_topic_arn",
          "client_error_threshold",
          "server_error_threshold",
          "create_account_role",
          "account_role_arn",
          "endpoint_type",
          "api",
          "alarms",
          "constructor",
          "log_group",
          "route_selection_expression");

  /** Those of the required tags that the policy leaves open, in its order. */
  static List<TagInput> of(ScaffoldRequest request) {
    List<TagInput> inputs = new ArrayList<>();
    Set<String> names = new HashSet<>(TAKEN);
    for (Tag tag : request.requirements().tags()) {
      if (!tag.isFixed()) {
        inputs.add(new TagInput(tag, words(tag.key(), names), request.given().get(tag.key())));
      }
    }
    return List.copyOf(inputs);
  }

  private static List<String> words(String key, Set<String> names) {
    List<String> words = new ArrayList<>();
    for (String word : BREAK.split(key)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    boolean named = !words.isEmpty() && Character.isLetter(words.getFirst().charAt(0));
    if (!named || names.contains(String.join("_", words))) {
      words.addFirst("tag");
    }
    List<String> unique = List.copyOf(words);
    for (int number = 2; !names.add(String.join("_", unique)); number++) {
      List<String> numbered = new ArrayList<>(words);
      numbered.add(Integer.toString(number));
      unique = List.copyOf(numbered);
    }
    return unique;
  }

  /** {@code cost_center}. */
  String snake() {
    return String.join("_", words);
  }

  /** {@code CostCenter}. */
  String pascal() {
    StringBuilder name = new StringBuilder();
    words.forEach(
        word -> name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
    return name.toString();
  }

  /** {@code costCenter}. */
  String camel() {
    return words.getFirst() + pascal().substring(words.getFirst().length());
  }

  /** A value for a test of the new code; null when only the user knows one. */
  @Nullable String example() {
    if (value != null) {
      return value;
    }
    if (!tag.values().isEmpty()) {
      return tag.values().getFirst();
    }
    return tag.patterns().isEmpty() ? "test" : null;
  }

  /** What it is for, in sentences. */
  String description() {
    return ("Value of the tag " + tag.key() + ". " + requirement()).strip();
  }

  /** What the policy asks of the value, as a sentence; empty when it asks for any. */
  String requirement() {
    List<String> parts = new ArrayList<>();
    if (!tag.values().isEmpty()) {
      parts.add("One of: " + String.join(", ", tag.values()) + ".");
    }
    tag.patterns().forEach(pattern -> parts.add("Matches " + pattern + "."));
    return String.join(" ", parts);
  }
}
