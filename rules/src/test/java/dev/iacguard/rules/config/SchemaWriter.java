package dev.iacguard.rules.config;

import dev.iacguard.core.config.ConfigType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says the types of a configuration as a JSON Schema, made of maps and lists. */
final class SchemaWriter {
  private SchemaWriter() {}

  static Map<String, Object> document(ConfigType.Section keys) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "iac-guard.yaml");
    schema.put("description", "A policy of iac-guard, version 1.");
    schema.putAll(schema(keys));
    return schema;
  }

  private static Map<String, Object> schema(ConfigType type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (type) {
      case ConfigType.Word word -> schema.put("enum", word.words());
      case ConfigType.Text text -> {
        schema.put("type", "string");
        schema.put("pattern", "^(?:" + ecma(text.pattern().pattern()) + ")$");
        schema.put("maxLength", text.longest());
      }
      case ConfigType.WholeNumber number -> {
        schema.put("type", "integer");
        schema.put("minimum", number.least());
        schema.put("maximum", number.most());
      }
      case ConfigType.Amount amount -> {
        schema.put("type", "number");
        schema.put("minimum", 0);
      }
      case ConfigType.Anything anything -> {}
      case ConfigType.Truth truth -> schema.put("type", "boolean");
      case ConfigType.Day day -> {
        schema.put("type", "string");
        schema.put("pattern", "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$");
      }
      case ConfigType.ListOf list -> {
        schema.put("type", "array");
        schema.put("items", schema(list.item()));
        schema.put("minItems", list.least());
      }
      case ConfigType.Named named -> {
        schema.put("type", "object");
        schema.put("propertyNames", schema(named.name()));
        schema.put("additionalProperties", schema(named.value()));
      }
      case ConfigType.Either either ->
          schema.put("anyOf", either.types().stream().map(SchemaWriter::schema).toList());
      case ConfigType.Section section -> section(section, schema);
    }
    return schema;
  }

  private static void section(ConfigType.Section section, Map<String, Object> schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ConfigType.Key key : section.keys()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", key.description());
      property.putAll(schema(key.type()));
      properties.put(key.name(), property);
    }
    List<String> required =
        section.keys().stream().filter(ConfigType.Key::required).map(ConfigType.Key::name).toList();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
  }

  /** The same pattern in the dialect of JSON Schema. */
  private static String ecma(String pattern) {
    return pattern
        .replace("\\p{Cntrl}", "\\x00-\\x1F\\x7F")
        .replace("(?s).*\\S.*", "[\\s\\S]*\\S[\\s\\S]*");
  }
}
