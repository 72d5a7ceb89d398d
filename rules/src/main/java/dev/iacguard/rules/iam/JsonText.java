package dev.iacguard.rules.iam;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.TextPart;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON whose text may have holes. A hole inside a string stays a hole of that string; one
 * that stands for a whole value becomes that value.
 */
public final class JsonText {
  private static final int MAX_DEPTH = 64;

  // Stand around the number of a hole. They are no characters, so JSON of use never holds them.
  private static final char WHOLE = '\uFDD0';
  private static final char PIECE = '\uFDD1';
  private static final char END = '\uFDD2';

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final Origin origin;
  private final List<Value> holes = new ArrayList<>();

  private JsonText(Origin origin) {
    this.origin = origin;
  }

  /** The value the text stands for; unknown when the text is no JSON or not known enough. */
  public static Value parse(Value.Text text) {
    return new JsonText(text.origin()).read(text);
  }

  private Value read(Value.Text text) {
    String source = mark(text);
    if (source == null) {
      return invalid();
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), source)) {
      JsonToken first = parser.nextToken();
      Value value = first == null ? invalid() : value(parser, first);
      return parser.nextToken() == null ? value : invalid();
    } catch (JacksonException e) {
      return invalid();
    }
  }

  private Value.Unknown invalid() {
    return Value.Unknown.of(Cause.INVALID, "the JSON text", origin);
  }

  /** The text with a marked string or a mark in a string for each hole; null when it is no use. */
  private @Nullable String mark(Value.Text text) {
    StringBuilder source = new StringBuilder();
    boolean quoted = false;
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Literal literal -> {
          if (isMarked(literal.text()) || escapesMark(literal.text())) {
            return null;
          }
          quoted = quotedAfter(literal.text(), quoted);
          source.append(literal.text());
        }
        case TextPart.Hole hole -> {
          String mark = (quoted ? PIECE : WHOLE) + Integer.toString(holes.size()) + END;
          source.append(quoted ? mark : '"' + mark + '"');
          holes.add(hole.value());
        }
      }
    }
    return source.toString();
  }

  private static boolean quotedAfter(String text, boolean before) {
    boolean quoted = before;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      }
    }
    return quoted;
  }

  private Value value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> string(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Value.Numeric(new BigDecimal(parser.getString()), origin);
      case VALUE_TRUE -> new Value.Bool(true, origin);
      case VALUE_FALSE -> new Value.Bool(false, origin);
      case VALUE_NULL -> new Value.Null(origin);
      default -> invalid();
    };
  }

  private Value object(JsonParser parser) {
    Map<String, Value> entries = new LinkedHashMap<>();
    boolean open = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Value value = value(parser, parser.nextToken());
      if (isMarked(name)) {
        open = true;
      } else {
        entries.put(name, value);
      }
    }
    return new Value.Mapping(false, entries, open, origin);
  }

  private Value array(JsonParser parser) {
    List<Value> elements = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      elements.add(value(parser, next));
    }
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, elements, false, origin);
  }

  private Value string(String text) {
    if (text.indexOf(WHOLE) == 0) {
      return hole(text, 0, text.length() - 1);
    }
    TextBuilder value = new TextBuilder();
    int from = 0;
    for (int at = text.indexOf(PIECE); at >= 0; at = text.indexOf(PIECE, from)) {
      int end = text.indexOf(END, at);
      value.add(text.substring(from, at)).add(hole(text, at, end));
      from = end + 1;
    }
    return value.add(text.substring(from)).build(origin);
  }

  private Value hole(String text, int start, int end) {
    return holes.get(Integer.parseInt(text.substring(start + 1, end)));
  }

  private static boolean isMarked(String text) {
    return text.indexOf(WHOLE) >= 0 || text.indexOf(PIECE) >= 0 || text.indexOf(END) >= 0;
  }

  private static boolean escapesMark(String text) {
    return text.contains("\\u") && text.toLowerCase(Locale.ROOT).contains("\\ufdd");
  }
}
