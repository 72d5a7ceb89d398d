package dev.iacguard.core.terraform.config;

import dev.iacguard.core.hcl.SyntaxError;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.source.JsonReason;
import dev.iacguard.core.source.SourceFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON and keeps the position of every piece. */
public final class JsonSyntax {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;

  private JsonSyntax(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * @param root null's node when nothing could be read
   * @param error null when the whole text is JSON
   */
  public record Result(JsonNode root, @Nullable SyntaxError error) {}

  public static Result read(SourceFile file) {
    String text = file.text();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      JsonNode root = new JsonSyntax(parser).node();
      SyntaxError error = null;
      if (parser.nextToken() != null) {
        int at = (int) parser.currentTokenLocation().getCharOffset();
        error =
            new SyntaxError(
                SyntaxError.Kind.SYNTAX, "more text after the end of the JSON value", at, at + 1);
      }
      return new Result(root, error);
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      int at = location == null ? 0 : Math.clamp(location.getCharOffset(), 0, text.length());
      SyntaxError.Kind kind =
          e instanceof StreamConstraintsException
              ? SyntaxError.Kind.LIMIT
              : SyntaxError.Kind.SYNTAX;
      SyntaxError error = new SyntaxError(kind, "not JSON: " + JsonReason.of(e), at, at);
      return new Result(new JsonNode.Null(0, text.length()), error);
    }
  }

  private JsonNode node() {
    JsonToken token = parser.currentToken();
    int start = offset();
    if (token == null) {
      return new JsonNode.Null(0, 0);
    }
    return switch (token) {
      case START_OBJECT -> object(start);
      case START_ARRAY -> array(start);
      case VALUE_STRING -> new JsonNode.Text(parser.getString(), start, end(start));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonNode.Numeric(parser.getString(), start, end(start));
      case VALUE_TRUE -> new JsonNode.Bool(true, start, end(start));
      case VALUE_FALSE -> new JsonNode.Bool(false, start, end(start));
      default -> new JsonNode.Null(start, end(start));
    };
  }

  private JsonNode object(int start) {
    List<JsonNode.Member> members = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      int nameStart = offset();
      int nameEnd = end(nameStart);
      parser.nextToken();
      members.add(new JsonNode.Member(name, nameStart, nameEnd, node()));
    }
    return new JsonNode.Obj(List.copyOf(members), start, end(start));
  }

  private JsonNode array(int start) {
    List<JsonNode> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(node());
    }
    return new JsonNode.Array(List.copyOf(elements), start, end(start));
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private int end(int start) {
    return Math.max(start, (int) parser.currentLocation().getCharOffset());
  }

  /** The node as a value; texts are taken literally. */
  public static Value value(JsonNode node, SourceFile file) {
    Origin origin = Origin.at(file.span(node.start(), node.end()));
    return switch (node) {
      case JsonNode.Obj object -> {
        Map<String, Value> entries = new TreeMap<>();
        object.members().forEach(member -> entries.put(member.name(), value(member.value(), file)));
        yield new Value.Mapping(false, entries, false, origin);
      }
      case JsonNode.Array array -> {
        List<Value> elements =
            array.elements().stream().map(element -> value(element, file)).toList();
        yield new Value.Sequence(Value.Sequence.Kind.TUPLE, elements, false, origin);
      }
      case JsonNode.Text text -> Value.Text.of(text.text(), origin);
      case JsonNode.Numeric number -> {
        BigDecimal parsed = Numbers.parse(number.text());
        yield parsed == null ? new Value.Null(origin) : new Value.Numeric(parsed, origin);
      }
      case JsonNode.Bool bool -> new Value.Bool(bool.value(), origin);
      case JsonNode.Null none -> new Value.Null(origin);
    };
  }
}
