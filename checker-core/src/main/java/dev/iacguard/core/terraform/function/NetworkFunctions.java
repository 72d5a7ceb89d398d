package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cidr;
import dev.iacguard.core.model.Numbers;
import dev.iacguard.core.model.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Functions on networks of IP addresses. */
final class NetworkFunctions {
  private static final int MAX_NEW_BITS = 32;

  private NetworkFunctions() {}

  static Value apply(FunctionCall call) {
    String written = call.known(0);
    Cidr network = written == null ? null : Cidr.parse(written);
    if (network == null) {
      return written == null ? call.unknown() : call.invalid("not a network");
    }
    return switch (call.name()) {
      case "cidrhost" -> host(call, network);
      case "cidrnetmask" ->
          network.bits() == 32
              ? call.text(network.netmask())
              : call.invalid("IPv6 has no netmasks");
      case "cidrsubnet" -> subnet(call, network);
      default -> subnets(call, network);
    };
  }

  /** A negative number counts from the end. */
  private static Value host(FunctionCall call, Cidr network) {
    BigInteger number = Numbers.whole(call.argument(1));
    if (number == null) {
      return call.invalid("a whole number is needed");
    }
    BigInteger offset = number.signum() < 0 ? network.size().add(number) : number;
    return offset.signum() < 0 || offset.compareTo(network.size()) >= 0
        ? call.invalid("the network has no such host")
        : call.text(network.address(network.first().add(offset)));
  }

  private static Value subnet(FunctionCall call, Cidr network) {
    Integer newBits = call.whole(1);
    BigInteger number = Numbers.whole(call.argument(2));
    if (newBits == null || number == null || newBits < 0) {
      return call.invalid("whole numbers are needed");
    }
    if (newBits > network.bits() - network.prefix()
        || number.signum() < 0
        || number.bitLength() > newBits) {
      return call.invalid("the network has no such part");
    }
    int prefix = network.prefix() + newBits;
    BigInteger first = network.first().add(number.shiftLeft(network.bits() - prefix));
    return call.text(new Cidr(first, network.bits(), prefix).toString());
  }

  /** One behind the other, each at the next place where one of its size can begin. */
  private static Value subnets(FunctionCall call, Cidr network) {
    List<Value> subnets = new ArrayList<>();
    BigInteger next = network.first();
    for (int i = 1; i < call.count(); i++) {
      Integer newBits = call.whole(i);
      if (newBits == null
          || newBits < 1
          || newBits > MAX_NEW_BITS
          || newBits > network.bits() - network.prefix()) {
        return call.invalid("a network of such a size is not possible");
      }
      int prefix = network.prefix() + newBits;
      Cidr subnet = Cidr.at(next, network.bits(), prefix);
      if (subnet.first().compareTo(next) < 0) {
        subnet = Cidr.at(subnet.last().add(BigInteger.ONE), network.bits(), prefix);
      }
      if (subnet.first().compareTo(network.last()) > 0) {
        return call.invalid("there is no room left in the network");
      }
      subnets.add(call.text(subnet.toString()));
      next = subnet.last().add(BigInteger.ONE);
    }
    return call.sequence(Value.Sequence.Kind.LIST, subnets, false);
  }
}
