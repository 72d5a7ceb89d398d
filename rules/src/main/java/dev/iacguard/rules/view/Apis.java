package dev.iacguard.rules.view;

import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Resource;
import dev.iacguard.core.model.Stack;
import dev.iacguard.core.model.Value;
import dev.iacguard.rules.view.value.Properties;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indexes the APIs of a stack by what refers to them. */
final class Apis {
  private final Stack stack;
  private @Nullable Map<String, Resource> byId;

  Apis(Stack stack) {
    this.stack = stack;
  }

  /**
   * The API that a reference means, or null.
   *
   * @param reference resolved; the id itself where the API is there already
   */
  @Nullable Resource find(Value reference) {
    Reference.ToResource target = Properties.reference(reference);
    if (target != null) {
      return stack.resource(target.resource());
    }
    String id = Properties.known(reference);
    return id == null ? null : byId().get(id);
  }

  private Map<String, Resource> byId() {
    Map<String, Resource> cached = byId;
    if (cached == null) {
      cached = new HashMap<>();
      for (String type : Vocabulary.APIS) {
        for (Resource api : stack.resources(type)) {
          String id = Properties.known(api.get("id"));
          if (id != null) {
            cached.put(id, api);
          }
        }
      }
      byId = cached;
    }
    return cached;
  }
}
