package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Template;
import dev.iacguard.core.model.CallSite;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import java.util.List;
import java.util.Map;

/**
 * Where a template stands in a stack.
 *
 * @param prefix of the addresses of its resources
 * @param callers the nested stacks around it, outermost first
 * @param exists the conditions of the nested stacks around it
 * @param valueMarks what sticks to the answers to those
 * @param own false for another stack that this one imports from
 * @param tags of the stack, which its resources get
 */
record Place(
    String prefix,
    List<CallSite> callers,
    List<Condition> exists,
    ValueMarks valueMarks,
    boolean own,
    Value.Mapping tags) {

  /** The place of a template that is deployed by itself. */
  static Place root(Value.Mapping tags) {
    return new Place("", List.of(), List.of(), ValueMarks.NONE, true, tags);
  }

  /** The place of a template that is looked at by itself. */
  static Place bare(Template template) {
    Origin origin = Origin.at(template.root().span());
    return root(new Value.Mapping(false, Map.of(), false, origin));
  }
}
