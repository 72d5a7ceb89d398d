package dev.iacguard.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests of strings, which are read as UTF-8. For one thread. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** All 32 bytes. */
  public byte[] bytes(String text) {
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first bytes as lower-case hexadecimal digits, two for each byte. */
  public String hex(String text, int bytes) {
    return HexFormat.of().formatHex(bytes(text), 0, bytes);
  }
}
