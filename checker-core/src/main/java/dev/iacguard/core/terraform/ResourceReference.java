package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a value: unknown as a whole, but with attributes that can be read. The handle
 * carries the address of the instance it represents.
 */
final class ResourceReference {
  private ResourceReference() {}

  static Value of(ResourceInstance instance, Origin origin) {
    Cause cause = instance.isData() ? Cause.DATA : Cause.COMPUTED;
    return new Value.Unknown(
        cause,
        instance.address().toString(),
        List.of(new Reference.ToResource(instance.address(), "")),
        true,
        origin);
  }

  static boolean isHandle(Value.Unknown value) {
    return value.references().size() == 1
        && value.references().get(0) instanceof Reference.ToResource resource
        && resource.attribute().isEmpty();
  }

  /** The instance a handle represents, or null for any other value. */
  static @Nullable ResourceInstance instance(Value value, Scope scope) {
    return value instanceof Value.Unknown unknown
            && isHandle(unknown)
            && unknown.references().get(0) instanceof Reference.ToResource resource
        ? scope.module().stack().instance(resource.resource())
        : null;
  }
}
