package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Printable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads values of a JSON report from a parser that has reached them. Equal strings are kept once:
 * rows repeat most of what they say.
 */
final class JsonIn {
  /** More dollars or gigabytes than anyone has: sums of many stay numbers. */
  private static final double MOST = 1e12;

  private final JsonParser in;
  private final Map<String, String> strings;

  JsonIn(JsonParser in, Map<String, String> strings) {
    this.in = in;
    this.strings = strings;
  }

  /** What is not as the schema says. */
  static final class WrongShape extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongShape(String message) {
      super(message, null, false, false);
    }
  }

  JsonParser parser() {
    return in;
  }

  /** Reads an object; the consumer reads or skips the value of each member. */
  void object(Consumer<String> member) {
    expect(JsonToken.START_OBJECT, "an object");
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      in.nextToken();
      member.accept(name);
    }
  }

  /** The same, or null. */
  void objectOrNull(Consumer<String> member) {
    if (in.currentToken() != JsonToken.VALUE_NULL) {
      object(member);
    }
  }

  void array(Runnable element) {
    expect(JsonToken.START_ARRAY, "an array");
    while (in.nextToken() != JsonToken.END_ARRAY) {
      element.run();
    }
  }

  void skip() {
    in.skipChildren();
  }

  String text() {
    expect(JsonToken.VALUE_STRING, "a string");
    return kept(in.getString());
  }

  @Nullable String textOrNull() {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : text();
  }

  boolean truth() {
    if (in.currentToken() != JsonToken.VALUE_TRUE) {
      expect(JsonToken.VALUE_FALSE, "true or false");
    }
    return in.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** A count: not negative, and not more than anything has. */
  long number() {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    if (in.getNumberType() != JsonParser.NumberType.INT || in.getIntValue() < 0) {
      throw wrong("a count");
    }
    return in.getIntValue();
  }

  @Nullable Long numberOrNull() {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : (Long) number();
  }

  double amount() {
    if (!in.currentToken().isNumeric()
        || !(in.getDoubleValue() >= 0)
        || in.getDoubleValue() > MOST) {
      throw wrong("an amount");
    }
    return in.getDoubleValue();
  }

  /** A day of the years 1 to 9999. */
  @Nullable LocalDate dateOrNull() {
    @Nullable String text = textOrNull();
    if (text == null) {
      return null;
    }
    @Nullable LocalDate day = Day.of(text);
    if (day == null) {
      throw wrong("a date");
    }
    return day;
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    array(() -> texts.add(text()));
    return List.copyOf(texts);
  }

  Map<String, @Nullable String> tags() {
    Map<String, @Nullable String> tags = new TreeMap<>();
    object(key -> tags.put(key, textOrNull()));
    return tags;
  }

  WrongShape wrong(String expected) {
    @Nullable String name = in.currentName();
    return new WrongShape(
        (name == null ? "" : Printable.brief(name) + ": ") + expected + " is expected");
  }

  private void expect(JsonToken token, String what) {
    if (in.currentToken() != token) {
      throw wrong(what);
    }
  }

  /** What no person would read is cut. */
  private String kept(String text) {
    String brief = Printable.brief(text);
    @Nullable String before = strings.putIfAbsent(brief, brief);
    return before == null ? brief : before;
  }
}
