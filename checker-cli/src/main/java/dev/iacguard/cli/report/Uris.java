package dev.iacguard.cli.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes paths as relative references of RFC 3986. */
public final class Uris {
  private static final String UNRESERVED_MARKS = "-._~/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Uris() {}

  /** Everything that is neither a letter, a digit nor an unreserved mark is percent-encoded. */
  public static String path(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(unit)) {
        uri.append((char) unit);
      } else {
        uri.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return uri.toString();
  }

  private static boolean isUnreserved(byte unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || UNRESERVED_MARKS.indexOf(unit) >= 0;
  }
}
