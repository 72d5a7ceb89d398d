package dev.iacguard.rules.view.format;

import java.util.List;
import java.util.Map;

/**
 * A {@code $context} variable that an access log format can hold.
 *
 * @param name without {@code $context.}; up to its last dot when it matches any name behind it
 * @param open true when it matches any name behind it
 * @param accepted what each kind of API does with it, where that is not the rule for all others
 * @param kind what its value is in a JSON text
 * @param bytes how long its value usually is
 * @param meaning a few words
 */
public record ContextVariable(
    String name,
    boolean open,
    Map<ApiKind, Acceptance> accepted,
    Kind kind,
    int bytes,
    Sensitivity sensitivity,
    String meaning) {
  /** What stands in front of every variable. */
  public static final String PREFIX = "$context.";

  /**
   * Names start with these, without the prefix, where others choose the rest; it may have dashes.
   */
  public static final List<String> FREE_NAMES =
      List.of("authorizer.", "requestOverride.", "responseOverride.");

  /** What a kind of API does with a variable in a format. */
  public enum Acceptance {
    /** It logs the value. */
    FILLED,
    /** It takes the format; whether it ever logs more than {@code -} is not known. */
    TAKEN,
    /** It takes the format and always logs {@code -}. */
    EMPTY,
    /** The documentation has it, and a deployment with it was refused. */
    DOUBTFUL,
    /** It refuses the format, so the deployment fails. */
    REFUSED;

    /** What happens to a variable that a kind of API does not have. */
    public static Acceptance ofUnknown(ApiKind api) {
      return api == ApiKind.HTTP ? REFUSED : EMPTY;
    }

    /** True when the value may be logged. */
    public boolean logs() {
      return this == FILLED || this == TAKEN;
    }
  }

  /** What a kind of API does with it. */
  public Acceptance in(ApiKind api) {
    return accepted.getOrDefault(api, Acceptance.ofUnknown(api));
  }

  /** True when a kind of API is known to log its value. */
  public boolean isFilledIn(ApiKind api) {
    return in(api) == Acceptance.FILLED;
  }

  /** What a value is in a JSON text. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** It depends. */
    ANY,
    /** A text that brings its own quotes. */
    QUOTED
  }

  /** What it means to log it. */
  public enum Sensitivity {
    NONE,
    /** It lets others act as the caller. */
    SECRET,
    /** It may tell who somebody is. */
    PERSONAL,
    /** It is longer than all other fields together. */
    BULKY
  }
}
