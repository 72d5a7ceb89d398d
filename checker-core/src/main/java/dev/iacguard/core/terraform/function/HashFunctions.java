package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Functions that compute digests of strings. */
final class HashFunctions {
  private HashFunctions() {}

  static Value ofText(FunctionCall call) {
    String text = call.known(0);
    return text == null
        ? call.unknown()
        : call.text(digest(call.name(), text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @param function {@code md5}, {@code sha1}, {@code sha256}, {@code base64sha512} and the like
   */
  static String digest(String function, byte[] bytes) {
    boolean base64 = function.startsWith("base64");
    String algorithm =
        switch (base64 ? function.substring("base64".length()) : function) {
          case "md5" -> "MD5";
          case "sha1" -> "SHA-1";
          case "sha256" -> "SHA-256";
          default -> "SHA-512";
        };
    byte[] hash = hash(algorithm, bytes);
    return base64 ? Base64.getEncoder().encodeToString(hash) : HexFormat.of().formatHex(hash);
  }

  private static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }

  static Value uuidV5(FunctionCall call) {
    String namespace = call.known(0);
    String name = call.known(1);
    if (namespace == null || name == null) {
      return call.unknown();
    }
    UUID space = namespace(namespace);
    if (space == null) {
      return call.invalid("the namespace is not a UUID");
    }
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(16 + text.length);
    input.putLong(space.getMostSignificantBits()).putLong(space.getLeastSignificantBits());
    ByteBuffer hash = ByteBuffer.wrap(hash("SHA-1", input.put(text).array()));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return call.text(new UUID(high, low).toString());
  }

  private static @Nullable UUID namespace(String name) {
    return switch (name) {
      case "dns" -> UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
      case "url" -> UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
      case "oid" -> UUID.fromString("6ba7b812-9dad-11d1-80b4-00c04fd430c8");
      case "x500" -> UUID.fromString("6ba7b814-9dad-11d1-80b4-00c04fd430c8");
      default -> parse(name);
    };
  }

  /** Plain, with {@code urn:uuid:}, in braces, or 32 digits without hyphens. */
  private static @Nullable UUID parse(String written) {
    String text = written.toLowerCase(Locale.ROOT);
    if (text.startsWith("urn:uuid:")) {
      text = text.substring("urn:uuid:".length());
    } else if (text.length() == 38 && text.startsWith("{") && text.endsWith("}")) {
      text = text.substring(1, 37);
    }
    boolean hyphens =
        text.length() == 36
            && text.charAt(8) == '-'
            && text.charAt(13) == '-'
            && text.charAt(18) == '-'
            && text.charAt(23) == '-';
    String digits = hyphens ? text.replace("-", "") : text;
    if (digits.length() != 32 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return null;
    }
    return new UUID(
        Long.parseUnsignedLong(digits.substring(0, 16), 16),
        Long.parseUnsignedLong(digits.substring(16), 16));
  }
}
