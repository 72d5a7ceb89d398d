package dev.iacguard.core.model;

import dev.iacguard.core.source.Order;
import java.util.Comparator;

/**
 * Names one resource inside its stack.
 *
 * <p>Terraform: prefix {@code module.orders.}, name {@code aws_api_gateway_stage.this}, key {@code
 * ["prod"]}. CloudFormation: prefix {@code Child.} for a nested stack's logical id, name is the
 * logical id.
 *
 * @param prefix where it lies, with the dot behind it; empty in the root
 * @param name without instance key
 * @param key {@code ["prod"]} or {@code [0]}; empty for a single resource
 */
public record Address(String prefix, String name, String key) implements Comparable<Address> {
  private static final Comparator<Address> ORDER =
      Order.by(Address::prefix).then(Address::name).then(Address::key);

  public static Address of(String prefix, String name) {
    return new Address(prefix, name, "");
  }

  public Address withKey(String instanceKey) {
    return new Address(prefix, name, instanceKey);
  }

  /** What the author calls it: {@code this} of {@code aws_x.this}, a logical id. */
  public String label() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The same resource without its instance key. */
  public Address withoutKey() {
    return key.isEmpty() ? this : new Address(prefix, name, "");
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  /** As Terraform and people write it. */
  @Override
  public String toString() {
    return prefix + name + key;
  }
}
