package dev.iacguard.core.terraform;

import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.TextBuilder;
import dev.iacguard.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code data.aws_iam_policy_document} as JSON text. The provider makes one statement a block; a
 * list of one is written as the element itself.
 */
final class PolicyDocuments {
  private static final Map<String, String> LISTS =
      Map.of(
          "actions", "Action",
          "not_actions", "NotAction",
          "resources", "Resource",
          "not_resources", "NotResource");

  private PolicyDocuments() {}

  static Value json(ResourceInstance data, Origin origin) {
    for (String name :
        List.of(
            "source_policy_documents",
            "override_policy_documents",
            "source_json",
            "override_json")) {
      if (!(data.get(name) instanceof Value.Null)) {
        return Derived.unknown(data.address() + ".json", origin, List.of(data.get(name)));
      }
    }
    return Lift.map(
        data.get("statement"), statements -> document(Blocks.listed(statements), origin));
  }

  private static Value document(Value statements, Origin origin) {
    List<Value> written = new ArrayList<>();
    if (statements instanceof Value.Sequence list) {
      for (Value statement : list.elements()) {
        written.add(statement instanceof Value.Mapping block ? statement(block) : statement);
      }
    } else if (!(statements instanceof Value.Null)) {
      return Derived.unknown("a policy document", origin, List.of(statements));
    }
    Map<String, Value> document = new TreeMap<>();
    document.put("Version", Value.Text.of("2012-10-17", origin));
    document.put(
        "Statement",
        new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(written), false, origin));
    TextBuilder json = new TextBuilder();
    JsonEncoding.write(new Value.Mapping(false, document, false, origin), json);
    return json.build(origin);
  }

  private static Value statement(Value.Mapping block) {
    Map<String, Value> statement = new TreeMap<>();
    Value effect = block.get("effect");
    boolean none = effect == null || effect instanceof Value.Null;
    statement.put("Effect", none ? Value.Text.of("Allow", block.origin()) : effect);
    put(statement, "Sid", block.get("sid"));
    LISTS.forEach((from, to) -> put(statement, to, block.get(from)));
    put(statement, "Principal", principals(block.get("principals")));
    put(statement, "NotPrincipal", principals(block.get("not_principals")));
    put(statement, "Condition", conditions(block.get("condition")));
    return new Value.Mapping(false, statement, false, block.origin());
  }

  private static void put(Map<String, Value> statement, String name, @Nullable Value value) {
    if (value != null && !(value instanceof Value.Null)) {
      statement.put(name, value);
    }
  }

  /**
   * Blocks of {@code type} and {@code identifiers}; type {@code *} with identifier {@code *} is
   * everybody.
   */
  private static @Nullable Value principals(@Nullable Value blocks) {
    if (blocks == null || !(Blocks.listed(blocks) instanceof Value.Sequence list)) {
      return blocks;
    }
    Map<String, Value> byType = new TreeMap<>();
    boolean open = list.open();
    for (Value block : list.elements()) {
      String type =
          block instanceof Value.Mapping map && map.get("type") != null
              ? Conversions.knownText(map.get("type"))
              : null;
      if (type == null || !(block instanceof Value.Mapping map) || map.get("identifiers") == null) {
        open = true;
      } else if (type.equals("*")) {
        return Value.Text.of("*", block.origin());
      } else {
        byType.merge(type, map.get("identifiers"), PolicyDocuments::both);
      }
    }
    return new Value.Mapping(false, byType, open, list.origin());
  }

  private static Value both(Value first, Value second) {
    if (first instanceof Value.Sequence a && second instanceof Value.Sequence b) {
      List<Value> all = new ArrayList<>(a.elements());
      all.addAll(b.elements());
      return new Value.Sequence(a.kind(), List.copyOf(all), a.open() || b.open(), a.origin());
    }
    return Derived.unknown("principals", first.origin(), List.of(first, second));
  }

  private static @Nullable Value conditions(@Nullable Value blocks) {
    if (blocks == null || !(Blocks.listed(blocks) instanceof Value.Sequence list)) {
      return blocks;
    }
    Map<String, Value> byTest = new TreeMap<>();
    boolean open = list.open();
    for (Value block : list.elements()) {
      String test =
          block instanceof Value.Mapping map && map.get("test") != null
              ? Conversions.knownText(map.get("test"))
              : null;
      String variable =
          block instanceof Value.Mapping map && map.get("variable") != null
              ? Conversions.knownText(map.get("variable"))
              : null;
      Value values = block instanceof Value.Mapping map ? map.get("values") : null;
      if (test == null || variable == null || values == null) {
        open = true;
        continue;
      }
      Map<String, Value> variables = new TreeMap<>();
      if (byTest.get(test) instanceof Value.Mapping before) {
        variables.putAll(before.entries());
      }
      variables.put(variable, values);
      byTest.put(test, new Value.Mapping(false, variables, false, block.origin()));
    }
    return new Value.Mapping(false, byTest, open, list.origin());
  }
}
