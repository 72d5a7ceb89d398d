package dev.iacguard.core.terraform.config;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A module that {@code terraform init} installed.
 *
 * @param folder where it lies
 * @param source what it was installed from, in Terraform's own spelling; may be empty
 * @param version of a registry module, otherwise empty
 */
public record InstalledModule(String folder, String source, String version) {
  /** Characters; longer texts are no addresses. */
  private static final int LONGEST = 1_000;

  private static final Pattern REGISTRY =
      Pattern.compile("(?:[\\w.-]+\\.[\\w-]+(?::\\d+)?/)?[\\w-]+/[\\w-]+/[a-z0-9]+(?://.*)?");
  private static final Pattern PUBLIC_REGISTRY =
      Pattern.compile("registry\\.(?:terraform\\.io|opentofu\\.org)/");
  private static final Pattern HOSTED =
      Pattern.compile(
          "(github\\.com|bitbucket\\.org)/([^/?]+)/([^/?]+?)(?:\\.git)?(//[^?]*)?(\\?.*)?");
  private static final Pattern CONSTRAINT =
      Pattern.compile("\\s*(=|!=|>=|<=|>|<|~>)?\\s*v?(\\d+(?:\\.\\d+)*)\\s*");

  /** True for the form of a registry address: {@code namespace/name/provider}. */
  public static boolean isRegistryAddress(String source) {
    return source.length() <= LONGEST && REGISTRY.matcher(source).matches();
  }

  /**
   * Why it is not what a call asks for; empty when it is, or when that cannot be compared.
   *
   * @param wanted the call's version constraint, or null
   */
  public String objection(String called, @Nullable String wanted) {
    boolean comparable = isComparable(called) && isComparable(source);
    if (comparable && !normal(called).equals(normal(source))) {
      return "is installed from \"" + source + "\"";
    }
    return wanted == null || version.isEmpty() || satisfies(wanted)
        ? ""
        : "is installed in version " + version + ", not " + wanted;
  }

  private static boolean isComparable(String source) {
    return isRegistryAddress(source)
        || (source.length() <= LONGEST && HOSTED.matcher(source).matches())
        || source.startsWith("git::");
  }

  /** As Terraform's manifest spells it. */
  private static String normal(String source) {
    Matcher hosted = HOSTED.matcher(source);
    if (hosted.matches()) {
      String folder = hosted.group(4) == null ? "" : hosted.group(4);
      String query = hosted.group(5) == null ? "" : hosted.group(5);
      return "git::https://%s/%s/%s.git%s%s"
          .formatted(hosted.group(1), hosted.group(2), hosted.group(3), folder, query);
    }
    return PUBLIC_REGISTRY.matcher(source).replaceFirst("");
  }

  /** True also for a constraint that is written in a way nobody knows. */
  private boolean satisfies(String wanted) {
    List<BigInteger> installed = numbers(version);
    for (String part : wanted.split(",", -1)) {
      Matcher constraint = CONSTRAINT.matcher(part);
      if (installed.isEmpty() || !constraint.matches()) {
        return true;
      }
      String operator = constraint.group(1) == null ? "=" : constraint.group(1);
      List<BigInteger> bound = numbers(constraint.group(2));
      int order = compare(installed, bound);
      boolean holds =
          switch (operator) {
            case "!=" -> order != 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "~>" -> order >= 0 && startsAlike(installed, bound);
            default -> order == 0;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  /** All numbers but the last of the bound are the same. */
  private static boolean startsAlike(List<BigInteger> installed, List<BigInteger> bound) {
    int alike = Math.max(1, bound.size() - 1);
    return compare(
            installed.subList(0, Math.min(alike, installed.size())),
            bound.subList(0, Math.min(alike, bound.size())))
        == 0;
  }

  private static int compare(List<BigInteger> left, List<BigInteger> right) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      BigInteger one = i < left.size() ? left.get(i) : BigInteger.ZERO;
      BigInteger other = i < right.size() ? right.get(i) : BigInteger.ZERO;
      int order = one.compareTo(other);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Empty for a pre-release or anything else that is not numbers only. */
  private static List<BigInteger> numbers(String version) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String number : version.split("\\.", -1)) {
      if (number.isEmpty() || number.length() > 9 || !number.chars().allMatch(Character::isDigit)) {
        return List.of();
      }
      numbers.add(new BigInteger(number));
    }
    return numbers;
  }
}
