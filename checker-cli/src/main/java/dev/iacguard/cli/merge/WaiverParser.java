package dev.iacguard.cli.merge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one of the {@code exceptions} of a report of {@code stages}. */
final class WaiverParser {
  private final JsonIn json;
  private final String repository;
  private final Map<String, @Nullable String> texts = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private List<String> resources = List.of();
  private @Nullable LocalDate since;
  private @Nullable LocalDate until;

  WaiverParser(JsonIn json, String repository) {
    this.json = json;
    this.repository = repository;
  }

  Waiver read() {
    json.object(this::member);
    return new Waiver(
        repository,
        text("rule"),
        text("kind"),
        text("reason"),
        resources,
        since,
        until,
        new Waiver.Place(text("path"), at("line"), at("column"), at("endLine"), at("endColumn")));
  }

  private void member(String name) {
    switch (name) {
      case "rule", "kind", "reason" -> texts.put(name, json.text());
      case "resources" -> resources = json.texts();
      case "since" -> since = json.dateOrNull();
      case "until" -> until = json.dateOrNull();
      case "location" -> json.object(this::location);
      default -> json.skip();
    }
  }

  private void location(String name) {
    switch (name) {
      case "path" -> texts.put(name, json.text());
      case "line", "column", "endLine", "endColumn" -> numbers.put(name, json.number());
      default -> json.skip();
    }
  }

  private String text(String name) {
    @Nullable String text = texts.get(name);
    if (text == null) {
      throw new JsonIn.WrongShape("a suppression without " + name);
    }
    return text;
  }

  private long at(String name) {
    return Math.max(1, numbers.getOrDefault(name, 1L));
  }
}
