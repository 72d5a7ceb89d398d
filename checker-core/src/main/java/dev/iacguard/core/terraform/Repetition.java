package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a block that has {@code count} or {@code for_each}.
 *
 * @param key as in addresses, {@code [0]} or {@code ["eu"]}; empty without repetition, and where
 *     the keys are unknown
 * @param index {@code count.index}, or null
 * @param eachKey {@code each.key}, or null
 * @param eachValue {@code each.value}, or null
 * @param exists the conditions under which there is this instance
 * @param valueMarks of the value that decides how many instances there are
 */
record Repetition(
    String key,
    @Nullable Value index,
    @Nullable Value eachKey,
    @Nullable Value eachValue,
    List<Condition> exists,
    ValueMarks valueMarks) {
  static final Repetition SINGLE = new Repetition("", null, null, null, List.of(), ValueMarks.NONE);

  static Repetition counted(Value index, String key, List<Condition> exists) {
    return new Repetition(key, index, null, null, exists, ValueMarks.NONE);
  }

  static Repetition each(String key, Value eachKey, Value eachValue, List<Condition> exists) {
    return new Repetition(key, null, eachKey, eachValue, exists, ValueMarks.NONE);
  }

  Repetition marked(ValueMarks more) {
    return new Repetition(key, index, eachKey, eachValue, exists, valueMarks.and(more));
  }
}
