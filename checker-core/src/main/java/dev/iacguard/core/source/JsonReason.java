package dev.iacguard.core.source;

import tools.jackson.core.JacksonException;

/** What is wrong with a JSON text, in the reader's words. */
public final class JsonReason {
  private static final String PLACE = " (start marker at [";

  private JsonReason() {}

  /** Its first line, without places: those name a source that nobody knows by that name. */
  public static String of(JacksonException failure) {
    String message = String.valueOf(failure.getOriginalMessage());
    String line = message.lines().findFirst().orElse("");
    int from = line.indexOf(PLACE);
    int to = line.indexOf("])", Math.max(0, from));
    return from < 0 || to < 0 ? line : line.substring(0, from) + line.substring(to + 2);
  }
}
