package dev.iacguard.core.model;

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
 * Parses JSON whose text may have holes. A hole inside a string stays a hole of that string; one
 * that represents a whole value becomes that value; one behind the last element or entry, or in
 * place of a name, says that there may be more.
 */
public final class PartialJson {
  private static final int MAX_DEPTH = 64;

  // Stand around the number of a hole. They are no characters, so JSON of use never holds them.
  private static final char WHOLE = '\uFDD0';
  private static final char PIECE = '\uFDD1';
  private static final char MORE = '\uFDD2';
  private static final char END = '\uFDD3';

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final Origin origin;
  private final List<Value> holes = new ArrayList<>();

  private PartialJson(Origin origin) {
    this.origin = origin;
  }

  /** The value the text represents; unknown when the text is no JSON or not known enough. */
  public static Value parse(Value.Text text) {
    return new PartialJson(text.origin()).read(text);
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
    JsonPlace place = new JsonPlace();
    for (TextPart part : text.parts()) {
      switch (part) {
        case TextPart.Literal literal -> {
          if (isMarked(literal.text()) || escapesMark(literal.text())) {
            return null;
          }
          place.pass(literal.text());
          source.append(literal.text());
        }
        case TextPart.Hole hole -> {
          String number = Integer.toString(holes.size()) + END;
          switch (place.passHole()) {
            case CHARACTERS -> source.append(PIECE).append(number);
            case VALUE -> source.append('"').append(WHOLE).append(number).append('"');
            case ELEMENT -> source.append(",\"").append(MORE).append(number).append('"');
            case NAME -> source.append('"').append(MORE).append(number).append("\":0");
            case ENTRY -> source.append(",\"").append(MORE).append(number).append("\":0");
          }
          holes.add(hole.value());
        }
      }
    }
    return source.toString();
  }

  private Value value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> string(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        BigDecimal number = Numbers.parse(parser.getString());
        yield number == null ? invalid() : new Value.Numeric(number, origin);
      }
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
    boolean open = false;
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next == JsonToken.VALUE_STRING && parser.getString().indexOf(MORE) == 0) {
        open = true;
      } else {
        elements.add(value(parser, next));
      }
    }
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, elements, open, origin);
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
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= WHOLE && text.charAt(i) <= END) {
        return true;
      }
    }
    return false;
  }

  private static boolean escapesMark(String text) {
    return text.contains("\\u") && text.toLowerCase(Locale.ROOT).contains("\\ufdd");
  }
}
