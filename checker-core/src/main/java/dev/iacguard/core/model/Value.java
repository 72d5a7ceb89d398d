package dev.iacguard.core.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of an attribute, variable or expression, as far as it can be known. Immutable. */
public sealed interface Value {

  Origin origin();

  Value withOrigin(Origin origin);

  /** Text in pieces; two literals never stand side by side, and the empty text has no part. */
  record Text(List<TextPart> parts, Origin origin) implements Value {

    public static Text of(String text, Origin origin) {
      return new Text(text.isEmpty() ? List.of() : List.of(new TextPart.Literal(text)), origin);
    }

    /** The text when all of it is known, otherwise null. */
    public @Nullable String known() {
      if (parts.isEmpty()) {
        return "";
      }
      return parts.size() == 1 && parts.get(0) instanceof TextPart.Literal literal
          ? literal.text()
          : null;
    }

    @Override
    public Text withOrigin(Origin to) {
      return new Text(parts, to);
    }
  }

  record Numeric(BigDecimal value, Origin origin) implements Value {
    @Override
    public Numeric withOrigin(Origin to) {
      return new Numeric(value, to);
    }
  }

  record Bool(boolean value, Origin origin) implements Value {
    @Override
    public Bool withOrigin(Origin to) {
      return new Bool(value, to);
    }
  }

  /** Nothing: written as null, as {@code AWS::NoValue}, or not written at all. */
  record Null(Origin origin) implements Value {
    @Override
    public Null withOrigin(Origin to) {
      return new Null(to);
    }
  }

  /**
   * Elements in order; those of a set are unique and sorted as its language sorts them.
   *
   * @param open true when there may be more elements than these
   */
  record Sequence(Kind kind, List<Value> elements, boolean open, Origin origin) implements Value {

    /** Which of the language's types it is. CloudFormation and JSON have tuples only. */
    public enum Kind {
      TUPLE,
      LIST,
      SET
    }

    @Override
    public Sequence withOrigin(Origin to) {
      return new Sequence(kind, elements, open, to);
    }
  }

  /**
   * Values by name.
   *
   * @param typed true for a Terraform map, whose values have one type; false for an object
   * @param entries in the order of the language: Terraform sorts by name, CloudFormation keeps the
   *     order
   * @param open true when there may be more entries than these
   */
  record Mapping(boolean typed, Map<String, Value> entries, boolean open, Origin origin)
      implements Value {

    /** The entry, or null when there is none (or none that is known). */
    public @Nullable Value get(String name) {
      return entries.get(name);
    }

    @Override
    public Mapping withOrigin(Origin to) {
      return new Mapping(typed, entries, open, to);
    }
  }

  /** One of two, by a condition that is not decided. */
  record Choice(Condition condition, Value then, Value otherwise, Origin origin) implements Value {
    @Override
    public Choice withOrigin(Origin to) {
      return new Choice(condition, then, otherwise, to);
    }
  }

  /**
   * Not known, but present.
   *
   * @param what the name of what is unknown, as the code writes it: {@code var.days}, {@code
   *     !ImportValue logs-arn}
   * @param detail more about the cause; for {@link Cause#INVALID} all of it
   * @param references what it would be taken from
   * @param notNull true when it is sure to be something once it is known
   */
  record Unknown(
      Cause cause,
      String what,
      String detail,
      List<Reference> references,
      boolean notNull,
      Origin origin)
      implements Value {

    public Unknown(
        Cause cause, String what, List<Reference> references, boolean notNull, Origin origin) {
      this(cause, what, "", references, notNull, origin);
    }

    public static Unknown of(Cause cause, String what, Origin origin) {
      return new Unknown(cause, what, List.of(), false, origin);
    }

    /** Unknown, and named: equal names are equal values. */
    public static Unknown named(Cause cause, String name, Origin origin) {
      return new Unknown(cause, name, List.of(new Reference.Named(name)), false, origin);
    }

    /** The same with more about the cause. */
    public Unknown explained(String words) {
      return new Unknown(cause, what, words, references, notNull, origin);
    }

    /** One sentence without a full stop: what is unknown and why. */
    public String reason() {
      return cause == Cause.INVALID && !detail.isEmpty()
          ? detail
          : what + " " + cause.text(origin.at()) + detail;
    }

    @Override
    public Unknown withOrigin(Origin to) {
      return new Unknown(cause, what, detail, references, notNull, to);
    }
  }
}
