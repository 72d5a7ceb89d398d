package dev.iacguard.rules.view.link;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.rule.Uncertainty;
import org.jspecify.annotations.Nullable;

/** The resource that an ARN leads to. */
public sealed interface Link {

  /** To a resource of the stack. */
  record Declared(Resource resource, LinkedType type) implements Link {}

  /**
   * To something that the stack does not declare.
   *
   * @param name as far as it is known, or null
   */
  record Outside(LinkKind what, Value.@Nullable Text name) implements Link {}

  /**
   * Nowhere.
   *
   * @param why completes "the destination …"
   */
  record Wrong(String why) implements Link {}

  record Uncertain(Uncertainty uncertainty) implements Link {}
}
