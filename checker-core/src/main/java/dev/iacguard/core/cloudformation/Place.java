package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.ValueMarks;
import java.util.List;

/**
 * Where in a stack a template is nested.
 *
 * @param prefix of the addresses of its resources
 * @param callers the nested stacks around it, outermost first
 * @param exists the conditions of the nested stacks around it
 * @param valueMarks what sticks to the answers to those
 * @param own false for another stack that this one imports from
 * @param settings of the stack
 */
record Place(
    String prefix,
    List<CallSite> callers,
    List<Condition> exists,
    ValueMarks valueMarks,
    boolean own,
    StackSettings settings) {

  /** The place of a template that is deployed by itself. */
  static Place root(StackSettings settings) {
    return new Place("", List.of(), List.of(), ValueMarks.NONE, true, settings);
  }

  /** The place of a template that is looked at by itself. */
  static Place bare(Template template) {
    return root(StackSettings.bare(template));
  }
}
