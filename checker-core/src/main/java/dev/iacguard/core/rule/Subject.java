package dev.iacguard.core.rule;

import dev.iacguard.core.model.CallSite;
import java.util.List;

/**
 * What a verdict is counted for.
 *
 * @param kind {@code stage}, {@code log group}, {@code account}
 * @param id its address; unique in the stack together with the kind
 * @param detail a few words beside the address in reports: {@code REST}, {@code REST, there when
 *     var.on is true}; may be empty
 * @param stack the stack's name
 * @param callers the calls that lead to it, outermost first
 */
public record Subject(String kind, String id, String detail, String stack, List<CallSite> callers) {

  /** The address as prose has it; a stack in the directory that is checked has none of its own. */
  public String name() {
    return id.equals(".") ? "the root" : id;
  }
}
