package dev.iacguard.core.source;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Describes what is wrong with a JSON text, in the parser's words. */
public final class JsonReason {
  /** Places in a source that nobody knows by that name, and the settings a limit comes from. */
  private static final Pattern ASIDES =
      Pattern.compile(" \\(start marker at \\[[^]]*]\\)|, from `[^`]*`|: enable `[^`]*` to allow$");

  private JsonReason() {}

  /** Its first line, without the reader's own asides. */
  public static String of(JacksonException failure) {
    String message = String.valueOf(failure.getOriginalMessage());
    String line = message.lines().findFirst().orElse("");
    return ASIDES.matcher(line).replaceAll("");
  }
}
