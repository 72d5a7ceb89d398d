package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Problem;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON texts as values, with the place of each. */
final class JsonSyntax {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final SourceFile file;
  private final JsonParser parser;

  private JsonSyntax(SourceFile file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * @param value null's value when nothing could be read
   */
  record Result(Value value, List<Problem> problems) {}

  static Result readValue(SourceFile file) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
      parser.nextToken();
      return new Result(new JsonSyntax(file, parser).value(), List.of());
    } catch (JacksonException e) {
      int at = (int) Math.max(0, e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
      Problem problem = Problem.unreadable(file.span(at, at), e.getOriginalMessage());
      return new Result(new Value.Null(Origin.at(file.all())), List.of(problem));
    }
  }

  private Value value() {
    JsonToken token = parser.currentToken();
    int start = offset();
    if (token == null) {
      return new Value.Null(Origin.at(file.all()));
    }
    return switch (token) {
      case START_OBJECT -> object(start);
      case START_ARRAY -> array(start);
      case VALUE_STRING -> Value.Text.of(parser.getString(), here(start));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        BigDecimal number = Numbers.parse(parser.getString());
        yield number == null ? new Value.Null(here(start)) : new Value.Numeric(number, here(start));
      }
      case VALUE_TRUE -> new Value.Bool(true, here(start));
      case VALUE_FALSE -> new Value.Bool(false, here(start));
      default -> new Value.Null(here(start));
    };
  }

  private Value object(int start) {
    Map<String, Value> entries = new TreeMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      entries.put(name, value());
    }
    return new Value.Mapping(false, entries, false, here(start));
  }

  private Value array(int start) {
    List<Value> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(elements), false, here(start));
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private Origin here(int start) {
    int end = (int) parser.currentLocation().getCharOffset();
    return Origin.at(file.span(start, Math.max(start, end)));
  }
}
