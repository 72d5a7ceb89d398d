package dev.iacguard.core.plan;

import dev.iacguard.core.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Recognises plans and states by their first bytes. */
final class Sniff {
  /** How many bytes are enough. */
  static final int HEAD = 4096;

  /** The name of the only entry at the front of a saved plan, a ZIP archive. */
  private static final String SAVED_PLAN_ENTRY = "tfplan";

  private static final int ENTRY_NAME = 30;
  private static final Set<String> SHOWN_KEYS =
      Set.of(
          "planned_values",
          "resource_changes",
          "values",
          "variables",
          "configuration",
          "prior_state",
          "resource_drift",
          "output_changes",
          "relevant_attributes",
          "applyable",
          "complete",
          "errored");

  /** Names that other files have too. */
  private static final Set<String> COMMON_KEYS =
      Set.of("format_version", "terraform_version", "timestamp", "checks", "deferred_changes");

  private static final Set<String> STATE_KEYS = Set.of("lineage", "serial", "terraform_version");

  private Sniff() {}

  static FileKind of(byte[] head) {
    String text = text(head);
    if (text.startsWith("PK\u0003\u0004")) {
      return text.startsWith(SAVED_PLAN_ENTRY, ENTRY_NAME) ? FileKind.SAVED_PLAN : FileKind.OTHER;
    }
    if (!text.stripLeading().startsWith("{")) {
      return FileKind.OTHER;
    }
    if (text.contains("\"@module\"") && text.contains("\"terraform.ui\"")) {
      return FileKind.MESSAGES;
    }
    boolean hinted =
        text.contains("\"format_version\"")
            || STATE_KEYS.stream().anyMatch(key -> text.contains('"' + key + '"'))
            || SHOWN_KEYS.stream().anyMatch(key -> text.contains('"' + key + '"'));
    return hinted ? ofKeys(keys(head)) : FileKind.OTHER;
  }

  private static FileKind ofKeys(Set<String> keys) {
    boolean version = keys.contains("terraform_version");
    if (keys.contains("version") && STATE_KEYS.stream().anyMatch(keys::contains)) {
      return FileKind.STATE;
    }
    if (keys.contains("lineage") && !keys.contains("format_version")) {
      return FileKind.STATE;
    }
    boolean format = keys.contains("format_version");
    if (format && version) {
      return FileKind.SHOWN;
    }
    // Sorted by name, the versions come late.
    boolean marked = format || SHOWN_KEYS.stream().filter(keys::contains).count() > 1;
    Set<String> others = new HashSet<>(keys);
    others.removeAll(SHOWN_KEYS);
    others.removeAll(COMMON_KEYS);
    return marked && others.isEmpty() ? FileKind.SHOWN : FileKind.OTHER;
  }

  /** The keys of the outermost object as far as they are told in the head. */
  private static Set<String> keys(byte[] head) {
    Set<String> keys = new HashSet<>();
    int depth = 0;
    try (JsonParser parser = JsonCursor.parser(head)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
          keys.add(parser.currentName());
        }
      }
    } catch (JacksonException e) {
      // The head ends in the middle; what comes before it counts.
      return keys;
    }
    return keys;
  }

  /** The bytes as text in which the keys can be found, whatever Unicode encoding it is. */
  private static String text(byte[] head) {
    if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE);
    }
    if (head.length > 1 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16BE);
    }
    int from = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB ? 3 : 0;
    return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1);
  }
}
