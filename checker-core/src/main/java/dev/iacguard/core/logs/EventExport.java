package dev.iacguard.core.logs;

import dev.iacguard.core.source.JsonReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON that is more than an object a line: what the AWS CLI and CloudWatch Logs Insights give
 * out, what a subscription sends to Firehose, and records in an array or over several lines.
 */
final class EventExport {
  private static final int MOST_NESTED = 32;

  /** Of a string as it is written, where an escape takes six bytes for one. */
  private static final int MOST_WRITTEN = 8 * LineSplitter.LONGEST;

  /** Members that the object around the events begins with. */
  private static final String AROUND =
      "events|logEvents|searchedLogStreams|nextToken|NextToken|nextForwardToken|nextBackwardToken"
          + "|messageType|queryLanguage|results";

  /** Members that an event begins with, and no log. */
  private static final String EVENT = "logStreamName|ingestionTime|eventId|@[A-Za-z]+";

  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:\\[\\s*[\\[{\"\\]]|\\{\\s*\\R|\\{\\s*\"(?:"
              + AROUND
              + "|"
              + EVENT
              + ")\"\\s*:|\\{\\s*\"timestamp\"\\s*:\\s*\\d{13}\\s*,\\s*\"message\"\\s*:).*",
          Pattern.DOTALL);

  private static final Pattern IS_AROUND = Pattern.compile(AROUND);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTED)
                  .maxStringLength(2 * MOST_WRITTEN)
                  .build())
          .build();

  private final JsonParser parser;
  private final EventReader reader;
  private final List<String> problems;
  private boolean isControl;
  private long matched;

  /** Takes the events of an export. */
  interface Events {
    /**
     * @param number counts from 1
     * @param second since 1970, or {@link LogTime#NONE}
     */
    void take(long number, byte[] bytes, long second);
  }

  private EventExport(JsonParser parser, Events events, List<String> problems) {
    this.parser = parser;
    this.problems = problems;
    reader = new EventReader(parser, events);
  }

  static boolean isOne(byte[] head) {
    return START.matcher(new String(head, StandardCharsets.UTF_8)).matches();
  }

  /**
   * A string that is far longer than an event can be is cut off.
   *
   * @return what is wrong with the export, in words
   */
  static List<String> read(InputStream in, Events events) throws IOException {
    List<String> problems = new ArrayList<>();
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), new BoundedStrings(in, MOST_WRITTEN))) {
      new EventExport(parser, events, problems).documents();
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null || e.getLocation().getLineNr() < 1
              ? ""
              : " at " + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      problems.add("the export is damaged or cut off" + place + ": " + reason(e));
    }
    return problems;
  }

  /** Without a word of what is written there. */
  private static String reason(JacksonException e) {
    String reason = JsonReason.of(e);
    return reason.startsWith("Unexpected end-of-input") ? "it ends early" : "it is not JSON";
  }

  /** One after the other, as Firehose writes them. */
  private void documents() {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          reader.element();
        }
      } else if (token == JsonToken.START_OBJECT) {
        document();
      }
    }
    if (reader.withoutMessage() > 0) {
      problems.add(EventReader.NO_MESSAGE);
    }
  }

  private void document() {
    isControl = false;
    matched = 0;
    long before = reader.number();
    if (parser.nextToken() == JsonToken.PROPERTY_NAME
        && !IS_AROUND.matcher(parser.currentName()).matches()) {
      reader.record();
      return;
    }
    while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      member(name);
      parser.nextToken();
    }
    long rows = reader.number() - before;
    if (rows > 0 && matched > rows) {
      problems.add(
          "the export is incomplete: it has " + rows + " of " + matched + " events of the query");
    }
  }

  private void member(String name) {
    switch (name) {
      case "events", "logEvents" -> events();
      case "results" -> results();
      case "messageType" -> isControl = "CONTROL_MESSAGE".equals(parser.getString());
      case "nextToken", "NextToken" -> {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          problems.add("the export is incomplete: it has a " + name + ", so more events follow");
        }
      }
      case "statistics" -> statistics();
      case "status" -> {
        String status = String.valueOf(parser.getString());
        if (!status.equals("Complete")) {
          problems.add("the export is incomplete: the query was not complete");
        }
      }
      default -> parser.skipChildren();
    }
  }

  /** Firehose is asked whether it is there with a message that is none of the log. */
  private void events() {
    if (isControl || parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      reader.event();
    }
  }

  private void results() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      reader.row();
    }
  }

  private void statistics() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean wanted = parser.currentName().equals("recordsMatched");
      if (parser.nextToken().isNumeric() && wanted) {
        matched = (long) parser.getDoubleValue();
      }
      parser.skipChildren();
    }
  }
}
