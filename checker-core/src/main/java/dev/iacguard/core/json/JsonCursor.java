package dev.iacguard.core.json;

import dev.iacguard.core.model.Pool;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.JsonReason;
import dev.iacguard.core.source.SourceFile;
import dev.iacguard.core.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Streams through a JSON text that is read once and never held as a whole. What has another type
 * than it should is reported and passed over; what is no JSON ends the reading.
 */
public final class JsonCursor {
  /** Terraform itself nests blocks and modules far less. */
  private static final int MOST_NESTING = 1000;

  /** Longer texts are not kept. Those that are passed over may have any length. */
  private static final int MOST_CHARACTERS = 8 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTING)
                  .maxStringLength(MOST_CHARACTERS)
                  .build())
          .build();

  private final CountingStream bytes;
  private final JsonParser parser;
  private final Pool pool = new Pool();
  private final String path;
  private final boolean again;
  private final Consumer<Problem> problems;

  /**
   * @param path as reports show it
   * @param again whether the text can be read again
   */
  public JsonCursor(InputStream in, String path, boolean again, Consumer<Problem> problems) {
    this.bytes = new CountingStream(in);
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
    this.path = path;
    this.again = again;
    this.problems = problems;
  }

  public static JsonParser parser(byte[] bytes) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes);
  }

  /**
   * Goes through the whole text.
   *
   * @param root is called at the first token
   * @return null, or why the text could not be read to its end
   */
  public @Nullable Problem read(Runnable root) {
    try {
      if (parser.nextToken() == null) {
        return unreadable(parser.currentLocation(), "the file is empty");
      }
      root.run();
      if (parser.nextToken() != null) {
        return unreadable(parser.currentTokenLocation(), "there is more behind the end");
      }
      return null;
    } catch (StreamConstraintsException e) {
      return limit(e);
    } catch (JacksonException e) {
      return unreadable(e.getLocation(), JsonReason.of(e));
    }
  }

  /**
   * Goes through a text that holds any number of values, one behind the other.
   *
   * @param value is called at the first token of each
   * @return null, or why the text could not be read to its end
   */
  public @Nullable Problem readEach(Runnable value) {
    try {
      while (parser.nextToken() != null) {
        value.run();
      }
      return null;
    } catch (StreamConstraintsException e) {
      return limit(e);
    } catch (JacksonException e) {
      return unreadable(e.getLocation(), JsonReason.of(e));
    }
  }

  private Problem limit(StreamConstraintsException e) {
    TokenStreamLocation at = e.getLocation();
    return Problem.limit(
        span(at == null ? parser.currentTokenLocation() : at),
        "exceeds a limit: " + JsonReason.of(e));
  }

  private Problem unreadable(@Nullable TokenStreamLocation at, @Nullable String message) {
    return Problem.unreadable(span(at), "is not JSON: " + message);
  }

  private Span span(@Nullable TokenStreamLocation at) {
    // The parser does not count in what it takes for UTF-32.
    return at == null || at.getLineNr() < 1
        ? new SourceFile(path, "").all()
        : place(at).piece(path, " ").all();
  }

  public JsonToken token() {
    return parser.currentToken();
  }

  /** For what is read many times and is to be kept once; what is there once only fills it. */
  public Pool pool() {
    return pool;
  }

  /** The current text as a value of a resource, as {@link JsonValues#NOWHERE} has it. */
  Value.Text textValue() {
    return pool.madeOf(parser.getString(), text -> Value.Text.of(text, JsonValues.NOWHERE));
  }

  /** The place of the current token, with a text that represents it. */
  public SourceFile here(String text) {
    return place().piece(path, text);
  }

  /** The place of the current token, to be asked for before it is read. */
  public Place place() {
    return place(parser.currentTokenLocation());
  }

  /** The parser counts columns in bytes, unless the text is UTF-16. */
  private Place place(TokenStreamLocation at) {
    int column = at.getColumnNr();
    long offset = at.getByteOffset();
    return new Place(
        at.getLineNr(),
        offset < 0 ? column : column - (int) bytes.surplus(offset - column + 1, offset));
  }

  /** Where the current text can be read again, in bytes; -1 when it cannot. */
  public long offset() {
    return again && parser.currentToken() == JsonToken.VALUE_STRING
        ? parser.currentTokenLocation().getByteOffset()
        : -1;
  }

  /** Reads a text from its {@link #offset}; null when there is none any more. */
  public static @Nullable String textAt(InputStream in, long offset) throws IOException {
    in.skipNBytes(offset);
    try (JsonParser at = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      return at.nextToken() == JsonToken.VALUE_STRING ? at.getString() : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Passes over the current value. */
  public void skip() {
    parser.skipChildren();
  }

  /** The current token's text, for a name, text or number. */
  public String text() {
    return parser.getString();
  }

  /**
   * Visits every member of the current object; null counts as one without members.
   *
   * @param what what it is, for messages
   * @param member is called at each value with its name; has to leave at the value's end
   */
  public void members(String what, Consumer<String> member) {
    if (!expect(JsonToken.START_OBJECT, what, "an object")) {
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      member.accept(name);
    }
  }

  /** Visits every member of the current object into a map; one that stands twice is a problem. */
  public <T> void collect(String what, Map<String, T> into, Function<String, @Nullable T> member) {
    members(
        what,
        name -> {
          boolean again = into.containsKey(name);
          Place at = again ? place() : null;
          T value = member.apply(name);
          if (value != null) {
            into.put(name, value);
          }
          if (at != null) {
            problems.accept(
                Problem.unreadable(
                    at.piece(path, " ").all(), "\"" + name + "\" appears twice in " + what));
          }
        });
  }

  /** Visits every element of the current list; null counts as an empty one. */
  public void elements(String what, Runnable element) {
    if (!expect(JsonToken.START_ARRAY, what, "a list")) {
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  private boolean expect(JsonToken start, String what, String kind) {
    JsonToken token = parser.currentToken();
    if (token != start && token != JsonToken.VALUE_NULL) {
      report(what + " is not " + kind);
      skip();
    }
    return token == start;
  }

  /** Like {@link #string}, with an empty text where that has none. */
  public String text(String what) {
    String text = string(what);
    return text == null ? "" : text;
  }

  /** The current text; null, with a problem, when the value is something else. */
  public @Nullable String string(String what) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      report(what + " is not a string");
    }
    skip();
    return null;
  }

  /** Reports something about the current place. */
  public void report(String message) {
    problems.accept(Problem.unreadable(here(" ").all(), message));
  }
}
