package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Evaluates the intrinsic functions that read a list. */
final class ListFunctions {
  private final Evaluator evaluator;

  ListFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value select(Call call, Origin origin) {
    List<Node> arguments = call.list();
    if (arguments.size() != 2) {
      return evaluator.misshapen(call);
    }
    Value list = evaluator.evaluate(arguments.get(1));
    return Choices.map(
        evaluator.evaluate(arguments.get(0)),
        index -> Choices.map(list, each -> select(index, each, call, origin)));
  }

  private Value select(Value index, Value list, Call call, Origin origin) {
    BigInteger at = Numbers.whole(index);
    if (list instanceof Value.Unknown || at == null) {
      return Evaluator.unknown(call, list instanceof Value.Unknown ? list : index, origin);
    }
    if (!(list instanceof Value.Sequence sequence)) {
      return Evaluator.invalid(call);
    }
    if (sequence.open() || at.bitLength() > 31) {
      return Value.Unknown.of(Cause.NOT_EVALUATED, "Fn::Select", origin);
    }
    int position = at.intValue();
    if (position >= 0 && position < sequence.elements().size()) {
      return Choices.marked(sequence.elements().get(position), index.origin().valueMarks());
    }
    boolean written =
        call.list().get(0) instanceof Node.Scalar && call.list().get(1) instanceof Node.Sequence;
    return written ? evaluator.misshapen(call) : Evaluator.invalid(call);
  }

  Value length(Call call, Origin origin) {
    return Choices.map(
        evaluator.evaluate(call.argument()),
        list ->
            list instanceof Value.Sequence sequence && !sequence.open()
                ? new Value.Numeric(
                    BigDecimal.valueOf(sequence.elements().size()),
                    origin.marked(list.origin().valueMarks()))
                : Evaluator.unknown(call, list, origin));
  }
}
