package dev.iacguard.cli.merge;

import dev.iacguard.cli.environment.Output;
import dev.iacguard.cli.environment.SpecialFile;
import dev.iacguard.cli.environment.UsageException;
import dev.iacguard.cli.report.Tally;
import dev.iacguard.core.source.JsonReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a history: one JSON object a line, in order of days. */
final class HistoryReader {
  private static final String SCHEMA_VERSION = "1";
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String name;
  private final LocalDate date;
  private final HistoryState state = new HistoryState();
  private final JsonIn json;
  private @Nullable LocalDate last;

  private HistoryReader(String name, LocalDate date, JsonParser in) {
    this.name = name;
    this.date = date;
    json = new JsonIn(in, new KeptValues(Long.MAX_VALUE));
  }

  /**
   * What it says of the days before a day; nothing when there is no file.
   *
   * @param name for messages
   * @throws UsageException saying what is wrong with it and where, or that it knows a later day
   */
  static HistoryState read(String name, Path file, LocalDate date) {
    if (!Files.exists(file)) {
      return new HistoryState();
    }
    if (!Files.isRegularFile(file)) {
      throw new UsageException(name + " " + SpecialFile.describe(file));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return new HistoryReader(name, date, parser).lines();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new UsageException(name + ":" + line + ": is not JSON: " + JsonReason.of(e));
    } catch (IOException e) {
      throw new UsageException(name + ": " + Output.reason(e));
    }
  }

  private HistoryState lines() {
    while (json.parser().nextToken() != null) {
      int number = json.parser().currentTokenLocation().getLineNr();
      try {
        if (line()) {
          state.lines = number;
        }
      } catch (JsonIn.WrongShape e) {
        throw new UsageException(name + ":" + number + ": " + e.getMessage());
      }
    }
    return state;
  }

  /** False for what is of the day itself, which is written anew. */
  private boolean line() {
    Line line = new Line();
    json.object(line::member);
    LocalDate day = line.date;
    if (!line.versioned || day == null) {
      throw new JsonIn.WrongShape("it is not a line of a history");
    }
    if (last != null && day.isBefore(last)) {
      throw new JsonIn.WrongShape("the days are not in order");
    }
    last = day;
    if (day.isAfter(date)) {
      throw new JsonIn.WrongShape(
          "it has the later day " + day + "; a day before the last one cannot be added");
    }
    if (day.isEqual(date)) {
      return false;
    }
    line.addTo(state, day);
    return true;
  }

  /** The members of a line as they come. */
  private final class Line {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Double> amounts = new HashMap<>();
    private Map<String, Tally> environments = Map.of();
    private Map<String, Tally> teams = Map.of();
    private @Nullable LocalDate date;
    private boolean versioned;

    void member(String member) {
      switch (member) {
        case "schemaVersion" -> {
          if (!String.valueOf(json.parser().getString()).equals(SCHEMA_VERSION)) {
            throw new JsonIn.WrongShape("schemaVersion " + SCHEMA_VERSION + " is expected");
          }
          versioned = true;
        }
        case "date" -> date = json.dateOrNull();
        case "type", "event", "repository", "rule", "severity", "fingerprint" ->
            texts.put(member, json.text());
        case "stages",
            "compliant",
            "nonCompliant",
            "unknown",
            "open",
            "opened",
            "fixed",
            "waived",
            "waivers",
            "unreadable",
            "missing" ->
            numbers.put(member, json.number());
        case "waiverAge", "cost" -> {
          if (json.parser().currentToken() != JsonToken.VALUE_NULL) {
            amounts.put(member, json.amount());
          }
        }
        case "environments" -> environments = tallies();
        case "teams" -> teams = tallies();
        default -> json.skip();
      }
    }

    void addTo(HistoryState target, LocalDate day) {
      String type = texts.getOrDefault("type", "");
      switch (type) {
        case "summary" -> target.points.add(point(day));
        case "finding", "repository" ->
            target.add(
                new HistoryEvent(
                    day,
                    kind(),
                    texts.getOrDefault("repository", ""),
                    texts.getOrDefault("rule", ""),
                    texts.getOrDefault("severity", ""),
                    texts.getOrDefault("fingerprint", "")));
        default -> throw new JsonIn.WrongShape("it is not a line of a history");
      }
    }

    private HistoryEvent.Kind kind() {
      String event = texts.getOrDefault("event", "");
      for (HistoryEvent.Kind kind : HistoryEvent.Kind.values()) {
        if (kind.label().equals(event)) {
          return kind;
        }
      }
      throw new JsonIn.WrongShape("there is no such event");
    }

    private HistoryPoint point(LocalDate day) {
      return new HistoryPoint(
          day,
          tally(numbers),
          environments,
          teams,
          new HistoryPoint.Findings(
              number("open"), number("opened"), number("fixed"), number("waived")),
          number("waivers"),
          amounts.get("waiverAge"),
          amounts.get("cost"),
          number("unreadable"),
          number("missing"));
    }

    private long number(String member) {
      return numbers.getOrDefault(member, 0L);
    }
  }

  private Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new TreeMap<>();
    json.object(
        group -> {
          Map<String, Long> counts = new HashMap<>();
          json.object(
              member -> {
                switch (member) {
                  case "stages", "compliant", "nonCompliant", "unknown" ->
                      counts.put(member, json.number());
                  default -> json.skip();
                }
              });
          tallies.put(group, tally(counts));
        });
    return tallies;
  }

  private static Tally tally(Map<String, Long> counts) {
    return new Tally(
        counts.getOrDefault("stages", 0L).intValue(),
        counts.getOrDefault("compliant", 0L).intValue(),
        counts.getOrDefault("nonCompliant", 0L).intValue(),
        0,
        counts.getOrDefault("unknown", 0L).intValue());
  }
}
