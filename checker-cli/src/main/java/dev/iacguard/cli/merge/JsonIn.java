package dev.iacguard.cli.merge;

import dev.iacguard.cli.report.Printable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  /** What a member of an object takes until the object is read, and an element of a list. */
  private static final int MEMBER = 64;

  private static final int ELEMENT = 16;

  private final JsonParser in;
  private final KeptValues kept;

  JsonIn(JsonParser in, KeptValues kept) {
    this.in = in;
    this.kept = kept;
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
    long members = 0;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = kept.once(in.currentName());
      kept.take(MEMBER);
      members += MEMBER;
      in.nextToken();
      member.accept(name);
    }
    kept.giveBack(members);
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

  /** Names count: the parser keeps those of an object until its end. */
  void skip() {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      object(name -> skip());
    } else if (in.currentToken() == JsonToken.START_ARRAY) {
      array(this::skip);
    }
  }

  String text() {
    expect(JsonToken.VALUE_STRING, "a string");
    // What no person would read is cut.
    return kept.once(Printable.brief(in.getString()));
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
    array(
        () -> {
          kept.take(ELEMENT);
          texts.add(text());
        });
    kept.giveBack(ELEMENT * (long) texts.size());
    return kept.once(List.copyOf(texts));
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
}
