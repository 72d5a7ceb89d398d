package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.ValueMarks;
import java.util.List;

/**
 * Where a template stands in a stack.
 *
 * @param prefix of the addresses of its resources
 * @param callers the nested stacks around it, outermost first
 * @param exists the conditions of the nested stacks around it
 * @param valueMarks what sticks to the answers to those
 * @param own false for another stack that this one imports from
 */
record Place(
    String prefix,
    List<CallSite> callers,
    List<Condition> exists,
    ValueMarks valueMarks,
    boolean own) {
  static final Place ROOT = new Place("", List.of(), List.of(), ValueMarks.NONE, true);
}
