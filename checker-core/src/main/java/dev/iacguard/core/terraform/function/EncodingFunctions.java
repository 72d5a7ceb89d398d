package dev.iacguard.core.terraform.function;

import dev.iacguard.core.model.Cause;
import dev.iacguard.core.model.Value;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions for Base64, character sets and URLs. */
final class EncodingFunctions {
  private static final String HEX = "0123456789ABCDEF";

  private EncodingFunctions() {}

  static Value base64Encode(FunctionCall call) {
    String text = call.known(0);
    return text == null ? call.unknown() : call.text(base64(text.getBytes(StandardCharsets.UTF_8)));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static Value base64Decode(FunctionCall call) {
    String text = call.known(0);
    if (text == null) {
      return call.unknown();
    }
    byte[] bytes = bytes(text);
    String decoded = bytes == null ? null : decode(bytes, StandardCharsets.UTF_8);
    return decoded == null ? call.invalid("not the Base64 of a string") : call.text(decoded);
  }

  /** Line ends are skipped; the padding must be there. */
  private static byte @Nullable [] bytes(String base64) {
    String digits = base64.replace("\n", "").replace("\r", "");
    try {
      return digits.length() % 4 == 0 ? Base64.getDecoder().decode(digits) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static @Nullable String decode(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private interface Conversion {
    Value apply(String text, Charset charset, String name);
  }

  /** Both arguments have to be known, and the character set one of those that are evaluated. */
  private static Value converted(FunctionCall call, Conversion conversion) {
    String text = call.known(0);
    String name = call.known(1);
    if (text == null || name == null) {
      return call.unknown();
    }
    Charset charset = charset(name);
    if (charset == null) {
      return notEvaluated(call);
    }
    return conversion.apply(text, charset, name);
  }

  static Value textEncode(FunctionCall call) {
    return converted(call, (text, charset, name) -> encoded(call, text, charset, name));
  }

  private static Value encoded(FunctionCall call, String text, Charset charset, String name) {
    try {
      ByteBuffer encoded =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return call.text(base64(bytes));
    } catch (CharacterCodingException e) {
      return call.invalid(name + " has not all of these characters");
    }
  }

  static Value textDecode(FunctionCall call) {
    return converted(call, (text, charset, name) -> decoded(call, text, charset));
  }

  private static Value decoded(FunctionCall call, String text, Charset charset) {
    byte[] bytes = bytes(text);
    String decoded = bytes == null ? null : decode(bytes, charset);
    return decoded == null ? call.invalid("not the Base64 of such a string") : call.text(decoded);
  }

  /** The character sets that Java and Terraform surely agree on. */
  private static @Nullable Charset charset(String name) {
    String known = name.toUpperCase(Locale.ROOT);
    boolean agreed =
        switch (known) {
          case "UTF-8", "UTF-16LE", "UTF-16BE", "SHIFT_JIS", "EUC-JP", "EUC-KR", "GBK" -> true;
          case "BIG5", "GB18030", "KOI8-R", "KOI8-U", "ISO-8859-1" -> true;
          default -> known.startsWith("WINDOWS-125") || known.startsWith("ISO-8859-");
        };
    return agreed && Charset.isSupported(known) ? Charset.forName(known) : null;
  }

  private static Value notEvaluated(FunctionCall call) {
    return Value.Unknown.of(Cause.NOT_EVALUATED, call.written(), call.origin());
  }

  static Value urlEncode(FunctionCall call) {
    String text = call.known(0);
    if (text == null) {
      return call.unknown();
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_.~".indexOf(c) >= 0;
      if (plain || c == ' ') {
        encoded.append(plain ? c : '+');
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return call.text(encoded.toString());
  }
}
