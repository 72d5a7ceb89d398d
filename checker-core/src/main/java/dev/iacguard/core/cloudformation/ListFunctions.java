package dev.iacguard.core.cloudformation;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that pick something out of a list or a mapping. */
final class ListFunctions {
  private final Evaluator evaluator;

  ListFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value select(Call call, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.size() != 2) {
      return evaluator.invalid(call);
    }
    Value list = evaluator.evaluate(arguments.get(1));
    return Choices.map(
        evaluator.evaluate(arguments.get(0)),
        index -> Choices.map(list, each -> select(index, each, call, origin)));
  }

  private Value select(Value index, Value list, Call call, Origin origin) {
    BigInteger at = Numbers.whole(index);
    if (list instanceof Value.Unknown || at == null) {
      return Value.Unknown.of(Cause.NOT_EVALUATED, "Fn::Select", origin);
    }
    if (!(list instanceof Value.Sequence sequence)) {
      return evaluator.invalid(call);
    }
    if (sequence.open() || at.bitLength() > 31) {
      return Value.Unknown.of(Cause.NOT_EVALUATED, "Fn::Select", origin);
    }
    int position = at.intValue();
    return position >= 0 && position < sequence.elements().size()
        ? sequence.elements().get(position)
        : evaluator.invalid(call);
  }

  Value length(Call call, Origin origin) {
    return Choices.map(
        evaluator.evaluate(call.argument()),
        list ->
            list instanceof Value.Sequence sequence && !sequence.open()
                ? new Value.Numeric(BigDecimal.valueOf(sequence.elements().size()), origin)
                : Value.Unknown.of(Cause.NOT_EVALUATED, "Fn::Length", origin));
  }

  /** {@code Fn::FindInMap}: map, first key, second key, and perhaps a default. */
  Value findInMap(Call call, Node.Mapping mappings, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.size() < 3) {
      return evaluator.invalid(call);
    }
    Node fallback =
        arguments.size() > 3 && arguments.get(3) instanceof Node.Mapping options
            ? options.get("DefaultValue")
            : null;
    return Choices.map(
        evaluator.evaluate(arguments.get(0)),
        map ->
            Choices.map(
                evaluator.evaluate(arguments.get(1)),
                first ->
                    Choices.map(
                        evaluator.evaluate(arguments.get(2)),
                        second -> find(mappings, map, first, second, fallback, origin))));
  }

  private Value find(
      Node.Mapping mappings,
      Value map,
      Value first,
      Value second,
      @Nullable Node fallback,
      Origin origin) {
    String mapName = Choices.scalar(map);
    String firstKey = Choices.scalar(first);
    String secondKey = Choices.scalar(second);
    if (mapName == null || firstKey == null || secondKey == null) {
      Value open = mapName == null ? map : firstKey == null ? first : second;
      String what = open instanceof Value.Unknown unknown ? unknown.what() : "its key";
      return Value.Unknown.of(Cause.NOT_EVALUATED, "Fn::FindInMap with " + what, origin);
    }
    Node found = mappings.mapping(mapName).mapping(firstKey).get(secondKey);
    String label = mapName + "." + firstKey + "." + secondKey;
    if (found != null) {
      return Choices.through(evaluator.evaluate(found), origin.at(), label);
    }
    return fallback == null
        ? Value.Unknown.of(Cause.INVALID, label, origin)
        : evaluator.evaluate(fallback);
  }
}
