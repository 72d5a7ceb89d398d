package dev.iacguard.core.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An undecided question of the code, in the words of the code. */
public sealed interface Condition {

  /**
   * A yes-or-no input, or anything else that is not looked into.
   *
   * @param subject what is true or false: {@code var.logging}; equal subjects are one question
   */
  record Flag(String subject) implements Condition {}

  /**
   * Whether an input has a certain value. An input has one value only, so two of these on one
   * subject exclude each other.
   *
   * @param subject {@code var.env}, or a parameter's name
   * @param allowed all values the input can have, or empty when it can have any
   * @param usual the value it has when none is given; null when there is none, or none is known
   */
  record Equals(String subject, String value, List<String> allowed, @Nullable String usual)
      implements Condition {

    public Equals(String subject, String value, List<String> allowed) {
      this(subject, value, allowed, null);
    }
  }

  /** A condition that the code gives a name to; reports speak of the name. */
  record Named(String name, Condition definition) implements Condition {}

  record Not(Condition inner) implements Condition {}

  record AllOf(List<Condition> parts) implements Condition {}

  record AnyOf(List<Condition> parts) implements Condition {}

  /**
   * True when the code itself says that both answers are meant: it names the condition, or lists
   * the values of the input. False for an input that is merely given no value here.
   */
  default boolean isSpelledOut() {
    return switch (this) {
      case Flag flag -> false;
      case Equals equals -> !equals.allowed.isEmpty();
      case Named named -> true;
      case Not not -> not.inner.isSpelledOut();
      case AllOf all -> all.parts.stream().allMatch(Condition::isSpelledOut);
      case AnyOf any -> any.parts.stream().allMatch(Condition::isSpelledOut);
    };
  }

  /** Its answer when every input has its default; empty when that does not decide it. */
  default Optional<Boolean> byDefault() {
    return switch (this) {
      case Flag flag -> Optional.empty();
      case Equals equals -> Optional.ofNullable(equals.usual).map(equals.value::equals);
      case Named named -> named.definition.byDefault();
      case Not not -> not.inner.byDefault().map(answer -> !answer);
      case AllOf all -> every(all.parts, true);
      case AnyOf any -> every(any.parts, false);
    };
  }

  /** {@code answer} when all parts have it, the opposite when one has that. */
  private static Optional<Boolean> every(List<Condition> parts, boolean answer) {
    boolean known = true;
    for (Condition part : parts) {
      Optional<Boolean> partDefault = part.byDefault();
      if (partDefault.isPresent() && partDefault.get() != answer) {
        return partDefault;
      }
      known &= partDefault.isPresent();
    }
    return known ? Optional.of(answer) : Optional.empty();
  }

  /** Completes "when …": the condition, or its opposite, in words. */
  default String inWords(boolean holds) {
    return switch (this) {
      case Flag flag -> flag.subject + (holds ? " is true" : " is false");
      case Equals equals ->
          equals.subject + (holds ? " is " : " is not ") + '"' + equals.value + '"';
      case Named named -> named.name + (holds ? " is true" : " is false");
      case Not not -> not.inner.inWords(!holds);
      case AllOf all -> join(all.parts, holds, holds);
      case AnyOf any -> join(any.parts, holds, !holds);
    };
  }

  private static String join(List<Condition> parts, boolean holds, boolean and) {
    StringBuilder words = new StringBuilder();
    for (Condition part : parts) {
      words.append(words.isEmpty() ? "" : and ? " and " : " or ").append(part.inWords(holds));
    }
    return words.toString();
  }
}
