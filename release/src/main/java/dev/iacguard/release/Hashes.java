package dev.iacguard.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests as the artifacts write them. */
final class Hashes {
  private Hashes() {}

  static String sha256(byte[] content) {
    return hex("SHA-256", content);
  }

  static String hex(String algorithm, byte[] content) {
    return HexFormat.of().formatHex(digest(algorithm, content));
  }

  /** URL-safe and without padding, as in the RECORD of a wheel. */
  static String base64Sha256(byte[] content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-256", content));
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
