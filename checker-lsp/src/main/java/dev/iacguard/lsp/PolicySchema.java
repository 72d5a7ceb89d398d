package dev.iacguard.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the schema of policies.
 *
 * @param alternatives what may stand there, each as the schema has it
 */
record PolicySchema(List<JsonObject> alternatives) {
  /** An item of a list, in a path of keys. */
  static final String ITEM = "[]";

  private static final String FILE = "/schemas/policy-1.json";

  /** A key of a mapping. */
  record Key(String name, String description, boolean isNested) {}

  private static final class Whole {
    static final PolicySchema SCHEMA = read();
  }

  static PolicySchema get() {
    return Whole.SCHEMA;
  }

  private static PolicySchema read() {
    try (InputStream in =
        Objects.requireNonNull(PolicySchema.class.getResourceAsStream(FILE), FILE)) {
      JsonObject root =
          JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .getAsJsonObject();
      return new PolicySchema(List.of(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part that a path of keys leads to; without alternatives where the schema has none. */
  PolicySchema below(List<String> path) {
    List<JsonObject> now = expanded(alternatives);
    for (String step : path) {
      List<JsonObject> next = new ArrayList<>();
      for (JsonObject each : now) {
        @Nullable JsonElement found = step(each, step);
        if (found != null && found.isJsonObject()) {
          next.add(found.getAsJsonObject());
        }
      }
      now = expanded(next);
    }
    return new PolicySchema(now);
  }

  private static @Nullable JsonElement step(JsonObject schema, String step) {
    if (step.equals(ITEM)) {
      return schema.get("items");
    }
    JsonObject properties = schema.getAsJsonObject("properties");
    if (properties != null && properties.has(step)) {
      return properties.get(step);
    }
    JsonObject patterns = schema.getAsJsonObject("patternProperties");
    return patterns != null && !patterns.isEmpty()
        ? patterns.entrySet().iterator().next().getValue()
        : schema.get("additionalProperties");
  }

  private static List<JsonObject> expanded(List<JsonObject> schemas) {
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject schema : schemas) {
      all.add(schema);
      for (String word : List.of("anyOf", "oneOf", "allOf")) {
        if (schema.has(word)) {
          List<JsonObject> inner = new ArrayList<>();
          schema.getAsJsonArray(word).forEach(each -> inner.add(each.getAsJsonObject()));
          all.addAll(expanded(inner));
        }
      }
    }
    return all;
  }

  /** The keys of the mappings that may stand there. */
  List<Key> keys() {
    Map<String, Key> keys = new LinkedHashMap<>();
    for (JsonObject each : expanded(alternatives)) {
      JsonObject properties = each.getAsJsonObject("properties");
      if (properties != null) {
        properties
            .entrySet()
            .forEach(
                entry ->
                    keys.putIfAbsent(
                        entry.getKey(), key(entry.getKey(), entry.getValue().getAsJsonObject())));
      }
    }
    return List.copyOf(keys.values());
  }

  private static Key key(String name, JsonObject schema) {
    String description = schema.has("description") ? schema.get("description").getAsString() : "";
    boolean nested =
        schema.has("type") && Set.of("object", "array").contains(schema.get("type").getAsString());
    return new Key(name, description, nested);
  }

  /** The words that may stand there. */
  List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (JsonObject each : expanded(alternatives)) {
      if (each.has("enum")) {
        each.getAsJsonArray("enum").forEach(word -> words.add(word.getAsString()));
      }
      if (each.has("type") && each.get("type").toString().equals("\"boolean\"")) {
        words.addAll(List.of("true", "false"));
      }
    }
    return List.copyOf(words);
  }
}
