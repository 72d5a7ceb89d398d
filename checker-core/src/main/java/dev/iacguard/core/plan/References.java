package dev.iacguard.core.plan;

import dev.iacguard.core.model.Address;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Condition;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Reference;
import dev.iacguard.core.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the attributes that a value known only after apply is read from. */
final class References {
  private final PlanStack stack;
  private final @Nullable PlanConfiguration root;
  private final boolean hasCode;
  private final ResourceFilter filter;
  private final Map<String, @Nullable PlanConfiguration> modules = new HashMap<>();

  /**
   * @param root null when the plan has none
   * @param hasCode whether the code is there too
   */
  References(
      PlanStack stack, @Nullable PlanConfiguration root, boolean hasCode, ResourceFilter filter) {
    this.stack = stack;
    this.root = root;
    this.hasCode = hasCode;
    this.filter = filter;
  }

  /** Whether references to resources of that type are followed. */
  boolean isFollowed(String type) {
    return filter.isFollowed(type);
  }

  /** What the plan says of a resource's block; null when it says nothing. */
  PlanConfiguration.@Nullable Resource configurationOf(Address address) {
    String prefix = address.prefix();
    PlanConfiguration module =
        modules.containsKey(prefix) ? modules.get(prefix) : module(ModulePath.of(prefix));
    return module == null ? null : module.resource(address.name());
  }

  /** The configuration of a module instance, or null. */
  @Nullable PlanConfiguration module(ModulePath path) {
    if (path.isRoot()) {
      return root;
    }
    String key = path.prefix();
    if (!modules.containsKey(key)) {
      PlanConfiguration caller = module(path.caller());
      PlanConfiguration.Call call = caller == null ? null : caller.call(path.call().name());
      modules.put(key, call == null ? null : call.module());
    }
    return modules.get(key);
  }

  /**
   * The value of an argument that is known only after apply.
   *
   * @param name the argument
   * @param code what the code has, or null
   * @param configExpression what the plan's configuration says, or null
   */
  Value resolve(
      Address of,
      String name,
      @Nullable Value code,
      @Nullable ConfigExpression configExpression,
      Origin origin) {
    if (code != null && tellsMore(code)) {
      return PlanUnknowns.of(code);
    }
    Value taken =
        configExpression instanceof ConfigExpression.Taken expression
            ? taken(of, name, expression.references(), origin)
            : null;
    if (taken != null) {
      return taken;
    }
    return code instanceof Value.Unknown unknown && unknown.cause() != Cause.INVALID
        ? PlanUnknowns.of(unknown)
        : unknown(of, name, origin);
  }

  private Value.Unknown unknown(Address of, String name, Origin origin) {
    Cause cause = hasCode ? Cause.PLANNED : Cause.UNTOLD;
    return Value.Unknown.of(cause, of + "." + name, origin);
  }

  /** True when the code says where the value comes from, or knows a piece of it. */
  private boolean tellsMore(Value code) {
    return switch (code) {
      case Value.Unknown unknown ->
          unknown.references().size() == 1
              && unknown.references().get(0) instanceof Reference.ToResource target
              && stack.plannedResource(target.resource()) != null;
      case Value.Text text -> text.known() == null;
      case Value.Choice choice -> true;
      case Value.Sequence list -> !list.elements().isEmpty() || list.open();
      case Value.Mapping map -> !map.entries().isEmpty() || map.open();
      default -> false;
    };
  }

  /** Null when the configuration does not decide it. */
  private @Nullable Value taken(Address of, String name, List<String> mentioned, Origin origin) {
    Set<Reference.ToResource> sources = new UnknownSources(stack, this, name).of(of, mentioned);
    Value value = null;
    for (Reference.ToResource source : sources) {
      if (!isTakenWhole(name, source.attribute())) {
        return null;
      }
      Value one =
          new Value.Unknown(Cause.PLANNED, source.toString(), List.of(source), true, origin);
      Condition which = new Condition.Flag(of + "." + name + " = " + source);
      value = value == null ? one : new Value.Choice(which, one, value, origin);
    }
    return value;
  }

  /**
   * Whether an argument is what it mentions rather than something made from it: {@code
   * destination_arn} of {@code arn}, {@code api_id} of {@code id}. What else the expression does
   * with it is not in the plan; an ARN may get {@code :*} behind it.
   */
  static boolean isTakenWhole(String name, String attribute) {
    String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    return name.equals(attribute)
        || one.endsWith("_" + attribute)
        || (one.equals("role") && (attribute.equals("id") || attribute.equals("name")));
  }
}
