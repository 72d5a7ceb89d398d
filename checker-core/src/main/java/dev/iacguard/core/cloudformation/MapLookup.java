package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one call of {@code Fn::FindInMap}: the name of a mapping, two keys, and an optional
 * default.
 *
 * @param arguments at least three
 */
record MapLookup(Scope scope, List<Node> arguments, Origin origin) {

  /** The deployment fails where a key is missing, so the other alternatives are all there are. */
  Value value() {
    Set<Value> missing = Collections.newSetFromMap(new IdentityHashMap<>());
    Value found =
        Choices.map(scope, arguments, (map, first, second) -> find(map, first, second, missing));
    Value left = missing.isEmpty() ? found : without(missing, found);
    return left == null ? found : left;
  }

  private static @Nullable Value without(Set<Value> missing, Value value) {
    if (!(value instanceof Value.Choice choice)) {
      return missing.contains(value) ? null : value;
    }
    Value then = without(missing, choice.then());
    Value otherwise = without(missing, choice.otherwise());
    if (then == null || otherwise == null) {
      return then == null ? otherwise : then;
    }
    return new Value.Choice(choice.condition(), then, otherwise, choice.origin());
  }

  private Value find(Value map, Value first, Value second, Set<Value> missing) {
    String mapName = Choices.scalar(map);
    String firstKey = Choices.scalar(first);
    String secondKey = Choices.scalar(second);
    if (mapName != null && (firstKey == null || secondKey == null)) {
      Value among =
          new OpenMapLookup(scope, table(mapName), fallback(), origin).value(first, second);
      if (among != null) {
        return Choices.through(among, origin.at(), mapName);
      }
    }
    if (mapName == null || firstKey == null || secondKey == null) {
      Value open = mapName == null ? map : firstKey == null ? first : second;
      String what = open instanceof Value.Unknown unknown ? unknown.what() : "its key";
      return Value.Unknown.of(Cause.NOT_EVALUATED, "Fn::FindInMap with " + what, origin);
    }
    Node found = table(mapName).mapping(firstKey).get(secondKey);
    String label = mapName + "." + firstKey + "." + secondKey;
    if (found != null) {
      Value entry = Choices.through(scope.evaluate(found), origin.at(), label);
      return Choices.marked(entry, first.origin().valueMarks().and(second.origin().valueMarks()));
    }
    Node fallback = fallback();
    if (fallback != null) {
      return scope.evaluate(fallback);
    }
    Node.Mapping all = scope.template().section("Mappings");
    Node.Mapping table = table(mapName);
    if (KnownNames.isOpen(all)
        || KnownNames.isOpen(table)
        || KnownNames.isOpen(table.mapping(firstKey))) {
      return Value.Unknown.of(Cause.NOT_EVALUATED, label, origin);
    }
    reportWhatIsMissing(mapName, firstKey, secondKey);
    Value none = Value.Unknown.of(Cause.INVALID, label, origin);
    missing.add(none);
    return none;
  }

  private Node.Mapping table(String name) {
    return scope.template().section("Mappings").mapping(name);
  }

  private @Nullable Node fallback() {
    return arguments.size() > 3 && arguments.get(3) instanceof Node.Mapping options
        ? options.get("DefaultValue")
        : null;
  }

  /** A name that a parameter gives is no mistake of the template: another value may be given. */
  private void reportWhatIsMissing(String mapName, String firstKey, String secondKey) {
    Diagnostics diagnostics = scope.diagnostics();
    Node.Mapping table = table(mapName);
    if (table.entries().isEmpty()) {
      if (arguments.get(0) instanceof Node.Scalar written) {
        diagnostics.map(mapName, written.span());
      }
    } else if (table.entry(firstKey) == null) {
      if (arguments.get(1) instanceof Node.Scalar written) {
        diagnostics.key(mapName, firstKey, KnownNames.names(table), written.span());
      }
    } else if (arguments.get(2) instanceof Node.Scalar written) {
      Node.Mapping row = table.mapping(firstKey);
      String place = mapName + "." + firstKey;
      diagnostics.key(place, secondKey, KnownNames.names(row), written.span());
    }
  }
}
