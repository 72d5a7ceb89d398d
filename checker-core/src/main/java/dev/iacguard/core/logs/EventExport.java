package dev.iacguard.core.logs;

import dev.iacguard.core.source.JsonReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON that has log events in it: what {@code aws logs filter-log-events} and {@code
 * get-log-events} print, and what a subscription sends to Firehose. Any object with a {@code
 * message} is an event.
 */
final class EventExport {
  private static final int MOST_NESTED = 32;

  /** Of a string as it is written, where an escape takes six bytes for one. */
  private static final int MOST_WRITTEN = 8 * LineSplitter.LONGEST;

  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:\\[\\s*(?:\\{|\"|])|\\{\\s*\"(?:events|logEvents|searchedLogStreams|nextToken"
              + "|nextForwardToken|nextBackwardToken|messageType)\"\\s*:).*",
          Pattern.DOTALL);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTED)
                  .maxStringLength(2 * MOST_WRITTEN)
                  .build())
          .build();

  private EventExport() {}

  /** Takes the events of an export. */
  interface Events {
    /**
     * @param number counts from 1
     * @param second since 1970, or {@link LogTime#NONE}
     */
    void take(long number, byte[] bytes, long second);
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
      read(parser, events, problems);
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

  private static void read(JsonParser parser, Events events, List<String> problems) {
    long number = 0;
    int depth = 0;
    @Nullable String message = null;
    long second = LogTime.NONE;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      @Nullable String name = parser.currentName();
      switch (token) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> {
          depth--;
          if (message != null) {
            events.take(++number, bytes(message), second);
            message = null;
          }
          second = LogTime.NONE;
        }
        case VALUE_STRING -> {
          if ("message".equals(name)) {
            message = parser.getString();
          } else if ("nextToken".equals(name) && depth == 1) {
            problems.add("the export is incomplete: it has a nextToken, so more events follow");
          } else if (name == null && depth == 1) {
            events.take(++number, bytes(parser.getString()), LogTime.NONE);
          }
        }
        case VALUE_NUMBER_INT -> {
          if ("timestamp".equals(name)
              && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            second = parser.getLongValue() / 1000;
          }
        }
        default -> {}
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
