package dev.iacguard.core.deployed;

import dev.iacguard.core.source.Paths;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account and Region that an export is of.
 *
 * @param account twelve digits; empty when the export does not say
 * @param region empty when the export does not say
 */
record ExportPlace(String account, String region) implements Comparable<ExportPlace> {
  static final ExportPlace UNKNOWN = new ExportPlace("", "");

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-[0-9]{1,2}");
  private static final int SEGMENTS = 6;

  /** As far as the two texts are an account and a Region. */
  static ExportPlace of(String account, String region) {
    return new ExportPlace(
        ACCOUNT.matcher(account).matches() ? account : "",
        REGION.matcher(region).matches() ? region : "");
  }

  /** Of a resource's ARN, as far as that says. */
  static ExportPlace ofArn(String arn) {
    String[] segments = arn.split(":", SEGMENTS);
    return segments.length == SEGMENTS && segments[0].equals("arn")
        ? of(segments[4], segments[3])
        : UNKNOWN;
  }

  /** Of the folders in a path: {@code exports/111122223333/eu-west-1/stages.json}. */
  static ExportPlace ofPath(String path) {
    String account = "";
    String region = "";
    for (String name : path.split("/", -1)) {
      Matcher digits = ACCOUNT.matcher(name);
      account = digits.matches() ? name : account;
      region = REGION.matcher(name).matches() ? name : region;
    }
    return new ExportPlace(account, region);
  }

  /**
   * Of the two folders around a file, as the script lays them: {@code
   * exports/111122223333/eu-west-1/stages.json}. A folder of twelve digits elsewhere may be a date.
   */
  static ExportPlace ofFolders(String path) {
    String region = Paths.folder(path);
    ExportPlace place = of(Paths.name(Paths.folder(region)), Paths.name(region));
    return place.account.isEmpty() || place.region.isEmpty() ? UNKNOWN : place;
  }

  /** Whether both are known to be different. */
  boolean contradicts(ExportPlace other) {
    return differ(account, other.account) || differ(region, other.region);
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  /** This place, and another where it says nothing. */
  ExportPlace or(ExportPlace other) {
    return new ExportPlace(
        account.isEmpty() ? other.account : account, region.isEmpty() ? other.region : region);
  }

  @Override
  public int compareTo(ExportPlace other) {
    return Comparator.comparing(ExportPlace::account)
        .thenComparing(ExportPlace::region)
        .compare(this, other);
  }

  /** For people. */
  @Override
  public String toString() {
    return (account.isEmpty() ? "account unknown" : account)
        + " "
        + (region.isEmpty() ? "Region unknown" : region);
  }
}
