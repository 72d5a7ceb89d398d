package dev.iacguard.rules.view;

import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Value;
import org.jspecify.annotations.Nullable;

/** Where an ARN leads. */
sealed interface Link {

  /** To a resource of the stack. */
  record Declared(Resource resource, LinkedType type) implements Link {}

  /**
   * To something that the stack does not declare.
   *
   * @param name as far as it is known, or null
   * @param region the ARN's Region when it is known
   */
  record Outside(Linkable what, Value.@Nullable Text name, @Nullable String region)
      implements Link {}

  /**
   * Nowhere.
   *
   * @param why completes "the destination …"
   */
  record Wrong(String why) implements Link {}

  record Uncertain(Doubt doubt) implements Link {}
}
