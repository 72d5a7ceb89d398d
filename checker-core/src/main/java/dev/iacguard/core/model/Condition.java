package dev.iacguard.core.model;

import java.util.List;

/** A question that the code leaves open, in the words of the code. */
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
   */
  record Equals(String subject, String value, List<String> allowed) implements Condition {}

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
