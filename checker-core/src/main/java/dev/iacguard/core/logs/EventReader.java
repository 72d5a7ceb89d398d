package dev.iacguard.core.logs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads events of a JSON export, and records that are objects of it. */
final class EventReader {
  /** Said once for all results of queries that leave the log itself out. */
  static final String NO_MESSAGE =
      "is a result of Logs Insights without @message, which has the log;"
          + " query it with: fields @timestamp, @message";

  private static final Set<String> MESSAGE = Set.of("message", "@message");
  private static final Set<String> TIME = Set.of("timestamp", "@timestamp");

  /** What an event has beside its message. */
  private static final Set<String> BESIDE =
      Set.of("timestamp", "logStreamName", "ingestionTime", "eventId");

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonParser parser;
  private final EventExport.Events events;
  private final LogTime time = new LogTime();
  private long number;
  private long withoutMessage;

  private byte @Nullable [] message;
  private long second;
  private boolean besides;
  private boolean insights;
  private int members;

  EventReader(JsonParser parser, EventExport.Events events) {
    this.parser = parser;
    this.events = events;
  }

  /** How many events were read. */
  long number() {
    return number;
  }

  /** How many rows of a query have no message. */
  long withoutMessage() {
    return withoutMessage;
  }

  /** An element of an array that is the whole document. */
  void element() {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      take(bytes(parser.getString()), LogTime.NONE);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      parser.nextToken();
      record();
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      row();
    }
  }

  /** An element of {@code events}. */
  void event() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    parser.nextToken();
    clear();
    while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      see(name, null);
      parser.nextToken();
    }
    if (message != null) {
      take(message, second);
    }
  }

  /**
   * An object whose first member is reached: an event, or a record of the log itself. What a record
   * has is written again to be measured.
   */
  void record() {
    clear();
    Bounded copy = new Bounded();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), copy)) {
      generator.writeStartObject();
      while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        see(name, generator);
        parser.nextToken();
      }
      generator.writeEndObject();
    }
    if (message != null && (besides || insights || members == 1)) {
      take(message, second);
    } else if (insights) {
      withoutMessage++;
    } else {
      take(copy.toByteArray(), LogTime.NONE);
    }
  }

  /** A row of a query: objects with a field and its value. */
  void row() {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    clear();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      cell();
    }
    if (message == null) {
      withoutMessage++;
    } else {
      take(message, second);
    }
  }

  private void cell() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    String field = "";
    String value = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("field")) {
        field = String.valueOf(parser.getString());
      } else if (name.equals("value")) {
        value = String.valueOf(parser.getString());
      }
      parser.skipChildren();
    }
    if (field.equals("@message")) {
      message = bytes(value);
    } else if (field.equals("@timestamp")) {
      second = second(value);
    }
  }

  private void clear() {
    message = null;
    second = LogTime.NONE;
    besides = false;
    insights = false;
    members = 0;
  }

  /** Takes up the value that is reached, and moves to its end. */
  private void see(String name, @Nullable JsonGenerator copy) {
    members++;
    besides |= BESIDE.contains(name);
    insights |= name.startsWith("@");
    if (MESSAGE.contains(name) && parser.currentToken() == JsonToken.VALUE_STRING) {
      message = bytes(parser.getString());
    } else if (name.equals("@message") && parser.currentToken() == JsonToken.START_OBJECT) {
      Bounded written = new Bounded();
      try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), written)) {
        generator.copyCurrentStructure(parser);
      }
      message = written.toByteArray();
    } else if (TIME.contains(name) && !parser.currentToken().isStructStart()) {
      second = second(String.valueOf(parser.getString()));
    }
    if (copy == null || insights) {
      parser.skipChildren();
    } else {
      copy.writeName(name);
      copy.copyCurrentStructure(parser);
    }
  }

  private long second(String text) {
    return time(text, time);
  }

  /** Of milliseconds, or of a time as Insights writes it: {@code 2026-11-30 10:00:00.000}. */
  static long time(String text, LogTime time) {
    byte[] written = bytes(text.replace(' ', 'T'));
    return time.seconds(written, 0, written.length);
  }

  private void take(byte[] event, long at) {
    events.take(++number, event, at);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Keeps one byte more than a line may have. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) {
      int room = LineSplitter.LONGEST + 1 - bytes.size();
      bytes.write(from, start, Math.min(length, Math.max(0, room)));
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
