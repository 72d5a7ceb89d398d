package dev.iacguard.rules.custom;

import java.util.List;

/** The result of evaluating an expression. */
sealed interface Answer {

  /**
   * @param value as CEL has it: a {@code Boolean}, {@code Long}, {@code Double}, {@code String} …
   */
  record Known(Object value) implements Answer {}

  /**
   * It needs what is not known.
   *
   * @param reasons a sentence each, without a full stop
   */
  record Unknown(List<String> reasons) implements Answer {}

  /**
   * It cannot be evaluated: a field that is not set, a division by zero, a limit.
   *
   * @param why a few words
   */
  record Broken(String why) implements Answer {}

  /** It was not evaluated: that would take more steps than are left for the stack. */
  record TooLong() implements Answer {}
}
