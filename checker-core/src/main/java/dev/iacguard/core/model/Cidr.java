package dev.iacguard.core.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network address block, IPv4 or IPv6, in CIDR notation.
 *
 * @param first its first address
 * @param bits of an address: 32 or 128
 * @param prefix how many of them all addresses of the network share
 */
public record Cidr(BigInteger first, int bits, int prefix) {

  /** {@code 10.0.0.0/8} or {@code 2001:db8::/32}; null for anything else. */
  public static @Nullable Cidr parse(String text) {
    int slash = text.indexOf('/');
    String length = slash < 0 ? "" : text.substring(slash + 1);
    boolean digits = !length.isEmpty() && length.length() <= 3 && isDigits(length);
    if (!digits) {
      return null;
    }
    String address = text.substring(0, slash);
    boolean v6 = address.indexOf(':') >= 0;
    BigInteger number = v6 ? v6(address) : v4(address);
    int bits = v6 ? 128 : 32;
    int prefix = Integer.parseInt(length);
    return number == null || prefix > bits ? null : at(number, bits, prefix);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The network of that size in which an address lies. */
  public static Cidr at(BigInteger address, int bits, int prefix) {
    int host = bits - prefix;
    return new Cidr(address.shiftRight(host).shiftLeft(host), bits, prefix);
  }

  /** How many addresses there are. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(bits - prefix);
  }

  public BigInteger last() {
    return first.add(size()).subtract(BigInteger.ONE);
  }

  public String address(BigInteger number) {
    return bits == 32 ? v4Text(number) : v6Text(number);
  }

  public String netmask() {
    return address(BigInteger.ONE.shiftLeft(bits).subtract(size()));
  }

  @Override
  public String toString() {
    return address(first) + "/" + prefix;
  }

  private static @Nullable BigInteger v4(String text) {
    String[] parts = text.split("\\.", -1);
    BigInteger number = parts.length == 4 ? BigInteger.ZERO : null;
    for (String part : parts) {
      boolean digits = !part.isEmpty() && part.length() <= 6 && isDigits(part);
      if (number == null || !digits || Integer.parseInt(part) > 255) {
        return null;
      }
      number = number.shiftLeft(8).add(new BigInteger(part));
    }
    return number;
  }

  private static @Nullable BigInteger v6(String text) {
    int gap = text.indexOf("::");
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
    List<Integer> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int missing = 8 - head.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      return null;
    }
    List<Integer> all = new ArrayList<>(head);
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(tail);
    BigInteger number = BigInteger.ZERO;
    for (int group : all) {
      number = number.shiftLeft(16).add(BigInteger.valueOf(group));
    }
    return number;
  }

  /** The 16-bit groups of a part of an address; an IPv4 address may give the last two. */
  private static @Nullable List<Integer> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      BigInteger v4 = i == parts.length - 1 && parts[i].contains(".") ? v4(parts[i]) : null;
      if (v4 != null) {
        groups.add(v4.shiftRight(16).intValue());
        groups.add(v4.intValue() & 0xFFFF);
      } else if (parts[i].isEmpty()
          || parts[i].length() > 4
          || !parts[i].chars().allMatch(HexFormat::isHexDigit)) {
        return null;
      } else {
        groups.add(Integer.parseInt(parts[i], 16));
      }
    }
    return groups;
  }

  private static String v4Text(BigInteger number) {
    int address = number.intValue();
    return (address >>> 24)
        + "."
        + ((address >> 16) & 255)
        + "."
        + ((address >> 8) & 255)
        + "."
        + (address & 255);
  }

  /** The longest run of zeros is left out, the first of several. */
  private static String v6Text(BigInteger number) {
    if (number.shiftRight(32).equals(BigInteger.valueOf(0xFFFF))) {
      return v4Text(number);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = number.shiftRight(16 * (7 - i)).intValue() & 0xFFFF;
    }
    int start = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        boolean colon = !text.isEmpty() && text.charAt(text.length() - 1) != ':';
        text.append(colon ? ":" : "").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
