package dev.iacguard.core.cloudformation;

import dev.iacguard.core.cloudformation.template.Call;
import dev.iacguard.core.cloudformation.template.Node;
import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Cidr;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Origin;
import dev.iacguard.core.model.Value;
import dev.iacguard.core.model.ValueMarks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one call of {@code Fn::Cidr}: an address block, how many blocks to make of it (1 to
 * 256), and how many bits each of them leaves to its addresses.
 */
record AddressBlocks(Scope scope, Call call, Origin origin) {
  private static final int MOST = 256;

  /** Two arguments at least. Whether the third may be left out, the documents disagree. */
  Value value() {
    List<Node> arguments = call.list();
    if (arguments.size() < 3) {
      return unknown(Cause.NOT_EVALUATED);
    }
    return Choices.map(scope, arguments, this::blocks);
  }

  private Value blocks(Value block, Value count, Value bits) {
    if (block instanceof Value.Unknown
        || count instanceof Value.Unknown
        || bits instanceof Value.Unknown) {
      return unknown(Cause.NOT_EVALUATED);
    }
    String written = Choices.scalar(block);
    Cidr network = written == null ? null : Cidr.parse(written);
    if (written == null || network == null) {
      return wrong(0, "is not an address block such as 10.0.0.0/16");
    }
    int many = between(count, 1, MOST);
    if (many == 0) {
      return wrong(1, "is not a number of address blocks; Fn::Cidr makes 1 to " + MOST);
    }
    int free = network.bits() - network.prefix();
    int size = between(bits, 1, free);
    if (size == 0) {
      return wrong(2, "is not a number of bits that the blocks of " + network + " can have");
    }
    BigInteger room = BigInteger.ONE.shiftLeft(free - size);
    if (room.compareTo(BigInteger.valueOf(many)) < 0) {
      return wrong(1, "blocks of " + size + " bits do not fit into " + network);
    }
    if (!isAligned(network, written)) {
      return unknown(Cause.NOT_EVALUATED);
    }
    ValueMarks valueMarks =
        block
            .origin()
            .valueMarks()
            .and(count.origin().valueMarks())
            .and(bits.origin().valueMarks());
    return made(network, many, network.bits() - size, origin.marked(valueMarks));
  }

  /** A whole number within bounds, otherwise 0. */
  private static int between(Value value, int least, int most) {
    BigInteger whole = Numbers.whole(value);
    if (whole == null || whole.bitLength() >= Integer.SIZE) {
      return 0;
    }
    int number = whole.intValue();
    return number < least || number > most ? 0 : number;
  }

  /** What becomes of a block whose address is not its first one is not documented. */
  private static boolean isAligned(Cidr network, String written) {
    String address = written.substring(0, written.indexOf('/') + 1);
    return network.first().equals(first(Cidr.parse(address + network.bits())));
  }

  private static @Nullable BigInteger first(@Nullable Cidr network) {
    return network == null ? null : network.first();
  }

  private Value made(Cidr network, int count, int prefix, Origin marked) {
    List<Value> blocks = new ArrayList<>();
    BigInteger at = network.first();
    for (int i = 0; i < count; i++) {
      if (!scope.evaluationBudget().enter()) {
        return unknown(Cause.LIMIT);
      }
      scope.evaluationBudget().leave();
      Cidr block = Cidr.at(at, network.bits(), prefix);
      blocks.add(Value.Text.of(block.toString(), marked));
      at = at.add(block.size());
    }
    return new Value.Sequence(Value.Sequence.Kind.TUPLE, List.copyOf(blocks), false, marked);
  }

  /** Reported where it is written; of a parameter another value may be given. */
  private Value wrong(int argument, String what) {
    boolean written = call.list().stream().allMatch(each -> each instanceof Node.Scalar);
    if (written) {
      Node node = call.list().get(argument);
      scope.diagnostics().argument(((Node.Scalar) node).text(), what, node.span());
    }
    return unknown(Cause.INVALID);
  }

  private Value unknown(Cause cause) {
    return Value.Unknown.of(cause, call.name(), origin);
  }
}
